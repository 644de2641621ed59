import { expect, test } from "vitest";
import { databaseProblem } from "./database-problem";

const answered = (code: string, message: string) =>
  new Error("Failed query", { cause: Object.assign(new Error(message), { code }) });

test("a login without the rights is told which it needs", () => {
  expect(databaseProblem(answered("42501", "permission denied to create role"))).toEqual({
    code: "database-42501",
    message: "The login of DATABASE_URL may not prepare the database (permission denied to create role).",
    mend: expect.stringContaining("CREATEROLE"),
  });
});

test("a mistake of ours is thrown, not explained away", () => {
  const mistake = answered("42601", "syntax error");
  expect(() => databaseProblem(mistake)).toThrow(mistake);
});
