import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  endedSessionCookie,
  personOfCookie,
  SESSION_SECONDS,
  sessionCookie,
  sessionCookieName,
} from "./session-cookie";

const person = { person: "7d0f0f5c-0000-4000-8000-000000000001", name: "Robin" };
const tokenOf = (setCookie: string) => setCookie.slice(setCookie.indexOf("=") + 1, setCookie.indexOf(";"));

describe("the session cookie", () => {
  beforeEach(() => {
    vi.stubEnv("NEXTAUTH_SECRET", "");
    vi.stubEnv("NEXTAUTH_URL", "");
    vi.stubEnv("MUSTER_URL", "http://localhost:3000");
    vi.stubEnv("MUSTER_SECRET", "a secret of this test");
  });
  afterEach(() => vi.unstubAllEnvs());

  test("gives back who signed in, and shows nothing of it", async () => {
    const cookie = await sessionCookie(person);
    expect(cookie).not.toContain("Robin");
    expect(await personOfCookie(tokenOf(cookie))).toBe(person.person);
  });

  test("cannot be read by scripts or sent by forms of other sites, and ends with the working day", async () => {
    expect(await sessionCookie(person)).toMatch(
      new RegExp(`; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax$`),
    );
    expect(endedSessionCookie()).toBe("next-auth.session-token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
  });

  test("is sent by https only where the site is", async () => {
    vi.stubEnv("MUSTER_URL", "https://muster.example");
    expect(await sessionCookie(person)).toMatch(/^__Secure-next-auth\.session-token=.*; Secure$/);
    expect(sessionCookieName()).toBe("__Secure-next-auth.session-token");
  });

  test.each([
    ["none", undefined],
    ["an empty one", ""],
    ["one that is no token", "abc"],
    ["one that was changed", "changed"],
    ["one of another secret", "other"],
    ["one that has ended", "ended"],
  ])("is nobody's when it is %s", async (_, given) => {
    const own = tokenOf(await sessionCookie(person));
    const made: Record<string, string> = {
      changed: `${own.slice(0, -6)}${own.slice(-6) === "AAAAAA" ? "BBBBBB" : "AAAAAA"}`,
      other: await encode({ token: { sub: person.person }, secret: "another secret" }),
      ended: await encode({
        token: { sub: person.person },
        secret: (await import("./session-cookie")).sessionSecret(),
        maxAge: -60,
      }),
    };
    expect(await personOfCookie(given === undefined ? given : (made[given] ?? given))).toBeNull();
  });

  test("is not made without a secret", async () => {
    vi.stubEnv("MUSTER_SECRET", "");
    await expect(sessionCookie(person)).rejects.toThrow("MUSTER_SECRET is not set");
  });
});
