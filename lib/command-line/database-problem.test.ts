import { expect, test } from "vitest";
import { databaseProblem, using } from "./database-problem";

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

const nowhere = "/nowhere/at/all";

test.each([
  [
    "a full disk",
    answered("53100", "could not extend file: No space left on device"),
    /disk is full .*\. Free about/,
  ],
  ["a server that crashed", answered("57P02", "terminating connection"), /went away .*\. Look in its log/],
  [
    "a server that is gone",
    answered("ECONNREFUSED", "connect ECONNREFUSED"),
    /went away .*\. Look in its log/,
  ],
  [
    "a connection that ended",
    new Error("Connection terminated unexpectedly"),
    /went away .*\. Look in its log/,
  ],
])("%s is told in one line with what to do", (_, cause, says) => {
  const { message, mend } = databaseProblem(cause, nowhere);
  expect(`${message} ${mend}`).toMatch(says);
  expect(`${message} ${mend}`).not.toContain("\n");
});

test("work that its database fails is a problem; what it gives is given on", async () => {
  const lost = using({}, Promise.reject(new Error("Connection terminated unexpectedly")));
  expect(await lost).toMatchObject({ ok: false, problem: { code: "database-lost" } });
  expect(await using({}, Promise.resolve(7))).toEqual({ ok: true, value: 7 });
  await expect(using({}, Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
});
