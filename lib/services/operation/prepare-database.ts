import { join } from "node:path";
import { prepareDatabase as prepare } from "@/db/prepare";

/** Brings the database to the state that this code needs, and gives the address for the application's own login. */
export async function prepareDatabase(options: {
  ownerUrl: string;
  applicationPassword: string;
  project: string;
}): Promise<string> {
  return prepare({
    ownerUrl: options.ownerUrl,
    applicationPassword: options.applicationPassword,
    migrationsFolder: join(options.project, "db", "migrations"),
    load: async () => {},
  });
}
