import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DEMO_PEOPLE } from "@/lib/sample/people";
import { readAudit } from "@/lib/services/audit/read-audit";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { removePerson } from "@/lib/services/people/remove-person";
import { personOfLogin, signInWithLogin } from "@/lib/services/people/sign-in";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const issuer = "https://id.example";
const ADA = { issuer, subject: "ada-8f14e45f" };
const email = "ada@trust.example";

let at: ServiceSite;
let ada: string;
let before: number;

const add = async (address: string, login: typeof ADA) => {
  const args = { email: address, name: "Ada Example", password: null, memberships: [] };
  const { person } = value(await addPerson(at.site, OPERATOR, args));
  value(await linkLogin(at.site, OPERATOR, { email: address, ...login }));
  return person;
};

/** What the audit has been told since the test began, newest first. */
const told = async () => {
  const events = value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 1000 }));
  return events
    .slice(0, events.length - before)
    .map(({ actorKind, person, verb, subject, detail }) => ({ actorKind, person, verb, subject, detail }));
};

beforeAll(async () => {
  at = await serviceSite();
  ada = await add(email, ADA);
});
beforeEach(async () => {
  before = 0;
  before = (await told()).length;
});
afterAll(() => at?.close());

test("a sign-in through the provider is told, by the person's id", async () => {
  expect(value(await signInWithLogin(at.site, ADA))).toEqual({ person: ada, name: "Ada Example" });
  expect(await told()).toEqual([
    {
      actorKind: "person",
      person: ada,
      verb: "person.signed-in",
      subject: "identity provider",
      detail: { issuer },
    },
  ]);
});

test("asking whose a login is tells nothing: it is no sign-in", async () => {
  expect(value(await personOfLogin(at.site, ADA)).person).toBe(ada);
  expect(await told()).toEqual([]);
});

test("a login that is nobody's is refused and told, without a word of whose it is", async () => {
  const subject = "stranger-1234@elsewhere.example";
  expect(codeOf(await signInWithLogin(at.site, { issuer, subject }))).toBe("login-unknown");
  const event = { actorKind: "public", person: null, verb: "sign-in.refused", subject: "identity provider" };
  expect(await told()).toEqual([{ ...event, detail: { issuer, person: null } }]);
});

test("a person of the demonstration, where it is off, is refused and told by their id", async () => {
  const [{ email: demo } = { email: "" }] = DEMO_PEOPLE;
  const login = { issuer, subject: "demo" };
  const person = await add(demo, login);
  expect(codeOf(await signInWithLogin(at.site, login))).toBe("login-unknown");
  expect((await told())[0]).toMatchObject({ verb: "sign-in.refused", person: null, detail: { person } });
});

test("somebody removed signs in no more, and is as unknown as a stranger", async () => {
  value(await removePerson(at.site, OPERATOR, { email }));
  expect(codeOf(await signInWithLogin(at.site, ADA))).toBe("login-unknown");
  expect((await told())[0]).toMatchObject({ verb: "sign-in.refused", detail: { issuer, person: null } });
});

test("no event holds a name, an address, or what the provider calls anyone", async () => {
  const events = JSON.stringify(
    value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 1000 })),
  );
  expect(events).not.toMatch(/ada-8f|ada@|Ada Example|stranger/);
});
