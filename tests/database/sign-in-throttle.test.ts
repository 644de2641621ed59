import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAudit } from "@/lib/services/audit/read-audit";
import { addPerson } from "@/lib/services/people/manage-people";
import { signIn } from "@/lib/services/people/sign-in";
import { ATTEMPTS_ALLOWED } from "@/lib/services/people/sign-in-throttle";
import type { Site } from "@/lib/services/site";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const EMAIL = "someone@example.org";
const PASSWORD = "the right password";

let at: ServiceSite;
let site: Site;
let elsewhere: Pool;
let person: string;

beforeAll(async () => {
  at = await serviceSite();
  site = at.site;
  elsewhere = new Pool({ connectionString: at.database.appUrl });
  const added = await addPerson(site, OPERATOR, {
    email: EMAIL,
    name: "Someone",
    password: PASSWORD,
    memberships: [],
  });
  person = value(added).person;
});

beforeEach(() => at.asOwner((owner) => owner.query("DELETE FROM account.sign_in_attempt")));

afterAll(async () => {
  await elsewhere?.end();
  await at?.close();
});

const tried = (password: string, email = EMAIL, address: string | null = null, where = site) =>
  signIn(where, { email, password, address });

async function failTimes(times: number, email = EMAIL, address: string | null = null) {
  const codes = [];
  for (let time = 0; time < times; time++) codes.push(codeOf(await tried("wrong", email, address)));
  return new Set(codes);
}

const locks = async () =>
  value(await readAudit(site, OPERATOR, { organisation: null, limit: 1000 })).filter(
    ({ verb }) => verb === "sign-in.locked",
  );
const kept = () =>
  at.asOwner(
    async (owner) => (await owner.query("SELECT * FROM account.sign_in_attempt ORDER BY subject")).rows,
  );
const endWindows = () =>
  at.asOwner((owner) => owner.query("UPDATE account.sign_in_attempt SET window_ends = now()"));

test("after ten failures even the right password waits, and a sentence says how long", async () => {
  expect(await failTimes(ATTEMPTS_ALLOWED.account)).toEqual(new Set(["sign-in-failed"]));
  const refused = await tried(PASSWORD);
  expect(refused).toEqual({
    ok: false,
    problem: {
      code: "too-many-attempts",
      message: "Too many attempts to sign in have failed, so try again in 15 minutes.",
    },
  });
  expect(codeOf(await tried(PASSWORD, ` ${EMAIL.toUpperCase()} `))).toBe("too-many-attempts");
  await endWindows();
  expect(codeOf(await tried(PASSWORD))).toBe("ok");
});

test("nine failures and a success: the account begins anew", async () => {
  await failTimes(ATTEMPTS_ALLOWED.account - 1);
  expect(codeOf(await tried(PASSWORD))).toBe("ok");
  expect(await kept()).toEqual([]);
  expect(await failTimes(ATTEMPTS_ALLOWED.account)).toEqual(new Set(["sign-in-failed"]));
});

test("an account that does not exist is answered in the very same words, before and after", async () => {
  const before = [await tried("wrong"), await tried("wrong", "nobody@example.org")];
  expect(before[0]).toEqual(before[1]);
  await failTimes(ATTEMPTS_ALLOWED.account - 1);
  await failTimes(ATTEMPTS_ALLOWED.account - 1, "nobody@example.org");
  const after = [await tried("wrong"), await tried("wrong", "nobody@example.org")];
  expect(after[0]).toEqual(after[1]);
  expect(after.map(codeOf)).toEqual(["too-many-attempts", "too-many-attempts"]);
});

test("attempts made at once in two processes are counted as one row of them", async () => {
  const codes = await Promise.all(
    Array.from({ length: 24 }, (_, time) =>
      tried("wrong", EMAIL, null, time % 2 ? site : { ...site, pool: elsewhere }).then(codeOf),
    ),
  );
  expect(codes.filter((code) => code === "sign-in-failed")).toHaveLength(ATTEMPTS_ALLOWED.account);
  expect(codes.filter((code) => code === "too-many-attempts")).toHaveLength(24 - ATTEMPTS_ALLOWED.account);
});

test("many accounts tried from one place: the place waits, and others do not", async () => {
  const email = (time: number) => `person${time}@example.org`;
  for (let time = 0; time < ATTEMPTS_ALLOWED.address; time++)
    expect(codeOf(await tried("wrong", email(time), "192.0.2.7"))).toBe("sign-in-failed");
  expect(codeOf(await tried(PASSWORD, EMAIL, "192.0.2.7"))).toBe("too-many-attempts");
  expect(codeOf(await tried(PASSWORD, EMAIL, "192.0.2.8"))).toBe("ok");
  // Refused for the place, an attempt is not held against the account: one row a try, and one for the place.
  expect(await kept()).toHaveLength(ATTEMPTS_ALLOWED.address + 2);
});

test("a place's good sign-ins are not held against it, and a house of IPv6 is one place", async () => {
  await tried("wrong", EMAIL, "2001:db8:1:2::1");
  for (let time = 0; time < 3; time++) await tried(PASSWORD, EMAIL, "2001:db8:1:2:ffff::9");
  expect((await kept()).map(({ failures }) => failures)).toEqual([1]);
  await tried("wrong", "other@example.org", "2001:db8:1:3::1");
  expect(await kept()).toHaveLength(3);
});

test("the audit tells of a lock once, by whose account it is, and nothing of who tried", async () => {
  const before = (await locks()).length;
  await failTimes(ATTEMPTS_ALLOWED.account + 3, EMAIL, "198.51.100.1");
  await failTimes(ATTEMPTS_ALLOWED.account + 3, "nobody@example.org", "198.51.100.1");
  const told = (await locks()).slice(0, -before || undefined);
  expect(told.map(({ detail, actorKind, person: actor }) => [detail, actorKind, actor])).toEqual([
    [{ attempts: ATTEMPTS_ALLOWED.account, person: null }, "public", null],
    [{ attempts: ATTEMPTS_ALLOWED.account, person }, "public", null],
  ]);
  await endWindows();
  await failTimes(ATTEMPTS_ALLOWED.account);
  expect((await locks()).length).toBe(before + 3);
});

test("no e-mail or network address is kept in clear, and what is over goes at the next attempt", async () => {
  await failTimes(3, EMAIL, "198.51.100.1");
  const text = JSON.stringify(await kept());
  expect(text).not.toMatch(/someone|example|198\.51/i);
  await at.asOwner((owner) =>
    owner.query(
      `INSERT INTO account.sign_in_attempt SELECT encode(sha256(n::text::bytea), 'hex'), 1, now() - interval '1 hour'
       FROM generate_series(1, 150) n`,
    ),
  );
  await tried("wrong");
  await tried("wrong");
  expect(await kept()).toHaveLength(2);
});
