import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Notice, noticeParameter, readNotice } from "./notice";
import { sessionCookie } from "./session-cookie";

const problem = (message: string, values = {}): Notice => ({
  kind: "problem",
  problems: [{ code: "x", message }],
  values,
});

beforeEach(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test"));
afterEach(() => vi.unstubAllEnvs());

test("a notice reaches the person it is for, with what they typed", async () => {
  const notice = problem("The reason is missing.", { reason: "as" });
  const parameter = await noticeParameter(notice, "sam");
  expect(parameter).not.toContain("reason");
  expect(await readNotice(parameter, "sam")).toEqual(notice);
});

test("a notice of another person, of nobody, or made up, says nothing", async () => {
  const parameter = await noticeParameter({ kind: "done", message: "Done." }, "sam");
  expect(await readNotice(parameter, "kim")).toBeNull();
  expect(await readNotice(parameter, null)).toBeNull();
  expect(await readNotice("Your account is closed", "sam")).toBeNull();
  expect(await readNotice(undefined, "sam")).toBeNull();
});

test("a session is no notice", async () => {
  const cookie = await sessionCookie({ person: "sam", name: "Sam" });
  expect(await readNotice(cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";")), "sam")).toBeNull();
});

test("a notice fits into an address whatever was sent", async () => {
  const long = "é\u{1F600}".repeat(50_000);
  const parameter = await noticeParameter(
    {
      kind: "problem",
      problems: Array.from({ length: 40 }, () => ({ code: "x", message: long, mend: long })),
      values: { reason: long },
    },
    "sam",
  );
  expect(parameter.length).toBeLessThan(12_000);
  expect(await readNotice(parameter, "sam")).toMatchObject({ values: {} });
});
