import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueue } from "@/db/jobs";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { auditIsWhole, readAudit } from "@/lib/services/audit/read-audit";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { addPerson, linkLogin, listPeople } from "@/lib/services/people/manage-people";
import { removePerson } from "@/lib/services/people/remove-person";
import { personOfLogin, signIn, viewerOf } from "@/lib/services/people/sign-in";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { CENSUS, type OpenCensus, ORGANISATION, openCensus } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

const EMAIL = "robin.leaver@trust.example";
const NAME = "Robin Leaver";
const PASSWORD = "a long enough password";
const LOGIN = { issuer: "https://id.example", subject: "robin" };
const given = { email: EMAIL, password: PASSWORD, address: null };

let at: OpenCensus;
let person: string;
let submission: string;

const viewerNamed = async (id: string) => (await viewerOf(at.site, id)) as Viewer;

/** Everything that any table holds, as text: what is forgotten must stand in none of it. */
async function everything(): Promise<string> {
  return at.asOwner(async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('account', 'audit', 'intake', 'job', 'published', 'reference', 'shared')`,
    );
    const texts = [];
    for (const { name } of tables.rows)
      texts.push((await owner.query(`SELECT string_agg(t::text, ' ') AS text FROM ${name} t`)).rows[0].text);
    return texts.join("\n").toLowerCase();
  }, ORGANISATION);
}

const removals = async () =>
  value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 100 })).filter(
    ({ verb }) => verb === "person.removed",
  );

beforeAll(async () => {
  at = await openCensus();
  const memberships = [
    { role: "submitter", organisation: ORGANISATION },
    { role: "approver", organisation: ORGANISATION },
    { role: "administrator", organisation: null },
  ] as const;
  ({ person } = value(
    await addPerson(at.site, OPERATOR, { email: EMAIL, name: NAME, password: PASSWORD, memberships }),
  ));
  value(await linkLogin(at.site, OPERATOR, { email: EMAIL, ...LOGIN }));
  value(await at.send(at.workforce));
  const census = { organisation: ORGANISATION, census: CENSUS };
  // Mail to the approver, who is the one that goes, waits in the queue.
  ({ submission } = value(await submitReturn(at.site, await viewerNamed(person), census)));
  await inTransaction(at.site.pool, { role: "muster_operator" }, (transaction) =>
    enqueue(at.site.pool, transaction, "mail", { to: "stays@trust.example", subject: "x", text: "x" }),
  );
});
afterAll(() => at?.close());

test("a person signs in and is known before", async () => {
  expect(value(await signIn(at.site, given)).person).toBe(person);
  expect(value(await personOfLogin(at.site, LOGIN)).person).toBe(person);
  const text = await everything();
  expect(text).toContain(EMAIL);
  expect(text).toContain(NAME.toLowerCase());
});

test("nobody removes themselves, and no stranger to the task removes anyone", async () => {
  const themselves = await removePerson(at.site, await viewerNamed(person), { email: EMAIL });
  expect(codeOf(themselves)).toBe("cannot-remove-oneself");
  expect(codeOf(await removePerson(at.site, OPERATOR, { email: "nobody@trust.example" }))).toBe(
    "person-unknown",
  );
  expect(codeOf(await signIn(at.site, given))).toBe("ok");
  expect(await removals()).toEqual([]);
});

test("removed, they are nobody: sessions, roles and logins end, and their name and address stand nowhere", async () => {
  // Twice at once, and the address in another case: once done, and once told.
  const both = await Promise.all(
    [EMAIL.toUpperCase(), ` ${EMAIL}`].map((email) => removePerson(at.site, OPERATOR, { email })),
  );
  expect(both.map(codeOf).sort()).toEqual(["ok", "person-unknown"]);
  expect(await viewerOf(at.site, person)).toBeNull();
  expect(codeOf(await signIn(at.site, given))).toBe("sign-in-failed");
  expect(codeOf(await personOfLogin(at.site, LOGIN))).toBe("login-unknown");
  expect(value(await listPeople(at.site, OPERATOR)).map(({ id }) => id)).not.toContain(person);
  const text = await everything();
  expect(text).not.toContain("robin");
  expect(text).toContain("stays@trust.example");
  const left = await at.asOwner((owner) =>
    owner.query(
      `SELECT p.password_hash, p.disabled_at IS NOT NULL AS disabled,
         (SELECT count(*)::int FROM account.membership m WHERE m.person = p.id) AS memberships,
         (SELECT count(*)::int FROM account.login l WHERE l.person = p.id) AS logins
       FROM account.person p WHERE id = $1`,
      [person],
    ),
  );
  expect(left.rows).toEqual([{ password_hash: null, disabled: true, memberships: 0, logins: 0 }]);
});

test("the audit tells of it by the person's id alone, and is whole", async () => {
  expect(await removals()).toMatchObject([{ subject: person, actorKind: "operator" }]);
  expect(value(await auditIsWhole(at.site, OPERATOR))).toEqual({ firstBroken: null });
});

test("what they submitted stays, done by a former colleague", async () => {
  const view = value(await readReturn(at.site, OPERATOR, { organisation: ORGANISATION, census: CENSUS }));
  expect(view.submissions).toMatchObject([{ id: submission, state: "submitted", submittedBy: person }]);
  const names = (organisation: string | null) =>
    colleagueNames(at.site, OPERATOR, { organisation, people: [person] });
  expect(await names(null)).toEqual(new Map([[person, "a former colleague"]]));
  expect((await names(ORGANISATION)).get(person)).toBeUndefined();
});

test("added again by the same address, they are another person, with nothing of the first", async () => {
  const again = value(
    await addPerson(at.site, OPERATOR, { email: EMAIL, name: NAME, password: PASSWORD, memberships: [] }),
  );
  expect(again.person).not.toBe(person);
  expect(await viewerOf(at.site, again.person)).toMatchObject({ memberships: [] });
  expect(await viewerOf(at.site, person)).toBeNull();
});
