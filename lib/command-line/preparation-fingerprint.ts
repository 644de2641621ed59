import { hashFiles } from "./file-hash";

/** What a database is prepared by: migrations and the code that runs them, declared columns, reference tables. */
const PREPARED_BY = [
  "package-lock.json",
  "data/reference",
  "db",
  "lib/access",
  "lib/places",
  "lib/returns",
  "lib/services/operation/prepare-database.ts",
];

/** Changes whenever a database has to be prepared again. */
export const preparationFingerprint = (project: string): string =>
  hashFiles(project, PREPARED_BY, (path) => /\.test\.tsx?$/.test(path));
