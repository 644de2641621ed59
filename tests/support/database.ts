import { randomBytes } from "node:crypto";
import { fromWorkshop } from "./from-workshop";
import { asOwner, dropDatabase, type SharedDatabase, urlOfDatabase } from "./shared-database";

/** A database of the test file's own, migrated and with the reference tables. */
export type TestDatabase = {
  /** As its owner, who is no superuser. */
  ownerUrl: string;
  /** As the application's login. */
  appUrl: string;
  /** To be called in `afterAll`, once every pool on it has ended. */
  drop(): Promise<void>;
};

/**
 * Copies the run's migrated database, empty or with the sample nation in it: real PostgreSQL, with its roles and
 * policies, to be changed as one likes.
 */
export async function testDatabase(of: "database" | "sample" = "database"): Promise<TestDatabase> {
  const shared = await fromWorkshop<SharedDatabase>(of);
  const name = `muster_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asOwner(shared.ownerUrl, `create database ${name} template ${shared.template}`);
  const ownerUrl = urlOfDatabase(shared.ownerUrl, name);
  const appUrl = new URL(ownerUrl);
  appUrl.username = "muster_app";
  appUrl.password = shared.applicationPassword;
  return {
    ownerUrl,
    appUrl: appUrl.toString(),
    drop: () => dropDatabase(shared.ownerUrl, name),
  };
}
