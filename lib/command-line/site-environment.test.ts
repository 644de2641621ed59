import { describe, expect, test } from "vitest";
import { disclosureKey, siteEnvironment, workerEnvironment } from "./site-environment";

const settings = {
  project: "/project",
  state: "/state",
  secret: "the one secret of this installation",
  appUrl: "postgresql://muster_app@db/muster",
  url: "http://localhost:3000",
  demo: false,
  disclosureKey: "ab".repeat(32),
};
const given: NodeJS.ProcessEnv = {
  NODE_ENV: "development",
  PATH: "/bin",
  DATABASE_URL: "postgresql://owner@db/muster",
  MUSTER_DEMO: "1",
  MUSTER_DISCLOSURE_KEY: "cd".repeat(32),
};

describe("what the processes of the site are told", () => {
  test("neither is told the owner's address", () => {
    expect(siteEnvironment(settings, given)).not.toHaveProperty("DATABASE_URL");
    expect(workerEnvironment(settings, given)).not.toHaveProperty("DATABASE_URL");
  });

  test("the worker alone is told the key of the disclosure rounding", () => {
    expect(siteEnvironment(settings, given)).not.toHaveProperty("MUSTER_DISCLOSURE_KEY");
    expect(workerEnvironment(settings, given).MUSTER_DISCLOSURE_KEY).toBe("ab".repeat(32));
  });

  test("demo sign-ins are never switched on from outside", () => {
    expect(siteEnvironment(settings, given)).not.toHaveProperty("MUSTER_DEMO");
    expect(siteEnvironment({ ...settings, demo: true }, {} as NodeJS.ProcessEnv).MUSTER_DEMO).toBe("1");
  });

  test("the site is told by its own start alone which collections of the sample follow", () => {
    const awaited = ["2024-03-31", "2025-03-31"];
    const outside = { ...given, MUSTER_SAMPLE_AWAITS: "1999-03-31" };
    expect(siteEnvironment({ ...settings, awaited }, outside).MUSTER_SAMPLE_AWAITS).toBe(awaited.join(","));
    expect(siteEnvironment(settings, outside)).not.toHaveProperty("MUSTER_SAMPLE_AWAITS");
  });

  test("both serve as in production, on the application's own login", () => {
    expect(siteEnvironment(settings, given)).toMatchObject({
      NODE_ENV: "production",
      PATH: "/bin",
      MUSTER_APP_URL: settings.appUrl,
      NEXTAUTH_URL: settings.url,
      MUSTER_URL: settings.url,
    });
  });
});

describe("the key of the disclosure rounding", () => {
  test("is the one given, whatever the database", () => {
    expect(disclosureKey("secret", true, "ef".repeat(32))).toBe("ef".repeat(32));
  });

  test("is the public one with the embedded server, the same whatever the secret", () => {
    expect(disclosureKey("one", true, "")).toMatch(/^[0-9a-f]{64}$/);
    expect(disclosureKey("one", true, "")).toBe(disclosureKey("another", true, ""));
  });

  test("is derived from the secret with a server of one's own", () => {
    expect(disclosureKey("one", false, "")).toMatch(/^[0-9a-f]{64}$/);
    expect(disclosureKey("one", false, "")).toBe(disclosureKey("one", false, ""));
    expect(disclosureKey("one", false, "")).not.toBe(disclosureKey("another", false, ""));
    expect(disclosureKey("one", false, "")).not.toBe(disclosureKey("one", true, ""));
  });
});
