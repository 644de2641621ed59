import { describe, expect, test } from "vitest";
import { serverProblem } from "./server-problem";

const context = { data: "/state/database/data", log: "/state/database/server.log" };

describe("why a server does not start", () => {
  test.each([
    [
      "disk-full",
      'initdb: error: could not write to file "pg_wal/000000010000000000000001": No space left on device',
    ],
    ["user-without-entry", "initdb: error: could not look up effective user ID 54321: user does not exist"],
    [
      "other-version",
      "FATAL:  database files are incompatible with server\nDETAIL: initialized by PostgreSQL version 17",
    ],
    ["no-memory", "FATAL:  could not map anonymous shared memory: Cannot allocate memory"],
    ["library-missing", "error while loading shared libraries: libxml2.so.2: cannot open shared object file"],
  ])("%s is told in one sentence with what to do", (code, output) => {
    const { problem } = serverProblem(output, context);
    expect(problem).toMatchObject({ code, mend: expect.stringMatching(/\.$/) });
    expect(problem.message).not.toContain("\n");
  });

  test("anything else is told in the server's last words, with where its log is", () => {
    expect(serverProblem("LOG: one\nFATAL: something new", context).problem).toEqual({
      code: "server-failed",
      message: "The embedded database in /state/database/data did not start: FATAL: something new.",
      mend: expect.stringContaining("/state/database/server.log"),
    });
  });
});
