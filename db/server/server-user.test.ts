import { describe, expect, test } from "vitest";
import { serverUser } from "./server-user";

describe("who the server runs as", () => {
  test("a user number without an entry is told so in one sentence with what to do", () => {
    expect(serverUser({ uid: 54321, hasEntry: false })).toEqual({
      ok: false,
      problem: {
        code: "user-without-entry",
        message: "PostgreSQL cannot start as user number 54321, which has no entry in /etc/passwd.",
        mend: expect.stringContaining('echo "muster:x:54321:0::/tmp:/bin/sh" >> /etc/passwd'),
      },
    });
  });

  test("an ordinary user runs it as themselves", () => {
    expect(serverUser({ uid: 1000, hasEntry: true })).toEqual({ ok: true, value: undefined });
  });
});
