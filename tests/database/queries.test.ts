import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { readAudit } from "@/lib/services/audit/read-audit";
import { addPerson } from "@/lib/services/people/manage-people";
import { viewerOf } from "@/lib/services/people/sign-in";
import { answerQuery, closeQuery } from "@/lib/services/queries/answer-query";
import { askAboutReturn } from "@/lib/services/queries/ask-about-return";
import { readQueries } from "@/lib/services/queries/read-queries";
import { own } from "@/lib/services/standing";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

const OTHER = "ZS004";
const VALUE = "a cell of the organisation";
const ABOUT = {
  code: "band-against-role",
  part: "workforce",
  serviceUnit: "",
  line: 7,
  column: "afc_band",
  value: VALUE,
};

let at: OpenCensus;
let who: Record<"submitter" | "approver" | "stranger" | "administrator", Viewer>;

beforeAll(async () => {
  at = await openCensus();
  value(await at.send(at.workforce));
  const person = async (
    name: string,
    role: "submitter" | "approver" | "administrator",
    code: string | null,
  ) => {
    const added = value(
      await addPerson(at.site, OPERATOR, {
        email: `${name}@trust.example`,
        name,
        password: null,
        memberships: [{ role, organisation: code }],
      }),
    );
    return (await viewerOf(at.site, added.person)) as Viewer;
  };
  who = {
    submitter: await person("submitter", "submitter", organisation),
    approver: await person("approver", "approver", organisation),
    stranger: await person("stranger", "approver", OTHER),
    administrator: await person("administrator", "administrator", null),
  };
});
afterAll(() => at?.close());

const ask = (viewer: Viewer, text: string) =>
  askAboutReturn(at.site, viewer, { organisation, census, text, about: ABOUT });
const read = async (viewer: Viewer) => value(await readQueries(at.site, viewer, { organisation, census }));

test("an administrator asks about a rule, sees no value, and the organisation answers", async () => {
  const { query } = value(await ask(who.administrator, "Why are these bands low?"));
  const seen = (await read(who.submitter)).find(({ id }) => id === query);
  expect(seen).toMatchObject({
    side: "administrator",
    state: "open",
    code: ABOUT.code,
    line: null,
    value: null,
  });
  value(await answerQuery(at.site, who.submitter, { organisation, query, text: "They are apprentices." }));
  const answered = (await read(who.administrator)).find(({ id }) => id === query);
  expect(answered?.state).toBe("answered");
  expect(answered?.messages.map(({ side, text }) => [side, text])).toEqual([
    ["administrator", "Why are these bands low?"],
    ["organisation", "They are apprentices."],
  ]);
  value(await answerQuery(at.site, who.administrator, { organisation, query, text: "All three of them?" }));
  expect((await read(who.submitter)).find(({ id }) => id === query)?.state).toBe("open");
  expect(codeOf(await closeQuery(at.site, who.approver, { organisation, query }))).toBe("not-yours-to-close");
  value(await closeQuery(at.site, who.administrator, { organisation, query }));
  expect(codeOf(await answerQuery(at.site, who.submitter, { organisation, query, text: "Yes." }))).toBe(
    "no-such-query",
  );
});

test("what an approver asks about a value is for the organisation's own people alone", async () => {
  const { query } = value(await ask(who.approver, "Is this band right?"));
  expect((await read(who.submitter)).find(({ id }) => id === query)).toMatchObject({ value: VALUE, line: 7 });
  expect((await read(who.administrator)).map(({ id }) => id)).not.toContain(query);
  expect(codeOf(await answerQuery(at.site, who.administrator, { organisation, query, text: "Yes." }))).toBe(
    "no-such-query",
  );
  // Nor by SQL of theirs: the policy holds, and the column is not theirs to read.
  const asOperator = (sql: string) =>
    inTransaction(at.site.pool, { role: "muster_operator" }, (reader) => reader.rows(sql));
  expect(await asOperator("SELECT id FROM intake.query WHERE side = 'organisation'")).toEqual([]);
  await expect(asOperator("SELECT value FROM intake.query")).rejects.toThrow(/permission denied/);
  await expect(asOperator("SELECT rows FROM intake.part")).rejects.toThrow(/permission denied/);
  for (const column of ["removal_reason", "nil_reason", "served_by", "submitted_by"])
    await expect(asOperator(`SELECT ${column} FROM intake.submission`)).rejects.toThrow(/permission denied/);
  await expect(asOperator("SELECT detail FROM audit.event")).rejects.toThrow(/permission denied/);
});

test("administrators see who did what to a return, and not what was said or corrected in it", async () => {
  const [theirs, own] = [
    value(await readAudit(at.site, who.administrator, { organisation, limit: 500 })),
    value(await readAudit(at.site, who.submitter, { organisation, limit: 500 })),
  ];
  const without = (events: typeof own) => events.map(({ detail: _, ...event }) => event);
  expect(without(theirs)).toEqual(without(own));
  const told = (events: typeof own) =>
    events.filter(({ verb, detail }) => verb === "part.received" && "sha256" in detail).length;
  expect(told(own)).toBeGreaterThan(0);
  expect(told(theirs)).toBe(0);
  const all = value(await readAudit(at.site, who.administrator, { organisation: null, limit: 500 }));
  expect(all.find(({ verb }) => verb === "collection.opened")?.detail).not.toEqual({});
});

test("nobody of another organisation asks, answers or reads", async () => {
  const { query } = value(await ask(who.administrator, "Anything else?"));
  expect(codeOf(await ask(who.stranger, "What have they?"))).toBe("not-allowed");
  expect(codeOf(await answerQuery(at.site, who.stranger, { organisation, query, text: "Ours is." }))).toBe(
    "not-allowed",
  );
  expect(codeOf(await readQueries(at.site, who.stranger, { organisation, census }))).toBe("not-allowed");
  // An answer sent as one's own organisation's finds nothing either.
  expect(
    codeOf(await answerQuery(at.site, who.stranger, { organisation: OTHER, query, text: "Ours is." })),
  ).toBe("no-such-query");
  const others = await inTransaction(at.site.pool, own(OTHER), (reader) =>
    reader.rows("SELECT id FROM intake.query UNION ALL SELECT query_id FROM intake.query_message"),
  );
  expect(others).toEqual([]);
});

test("a submitter answers and does not ask; a text with personal data is refused and kept nowhere", async () => {
  expect(codeOf(await ask(who.submitter, "May I?"))).toBe("not-allowed");
  expect(codeOf(await ask(who.approver, "Is Mr Smith still in post?"))).toBe("personal-data");
  expect(codeOf(await ask(who.approver, "  "))).toBe("message-missing");
  expect(
    codeOf(
      await askAboutReturn(at.site, who.approver, {
        organisation,
        census,
        text: "Why?",
        about: { ...ABOUT, code: "no-such-rule" },
      }),
    ),
  ).toBe("rule-unknown");
  const value = "Mr Smith";
  expect(
    codeOf(
      await askAboutReturn(at.site, who.approver, {
        organisation,
        census,
        text: "Why?",
        about: { ...ABOUT, value },
      }),
    ),
  ).toBe("personal-data");
  expect(JSON.stringify(await read(who.approver))).not.toContain("Smith");
});

test("what was said is never changed or taken back", async () => {
  value(await ask(who.approver, "Is it so?"));
  await expect(
    at.asOwner((owner) => owner.query("UPDATE intake.query_message SET text = 'other'")),
  ).rejects.toThrow(/is never changed/);
  await expect(
    inTransaction(at.site.pool, own(organisation), (transaction) =>
      transaction.rows("UPDATE intake.query_message SET text = 'other'"),
    ),
  ).rejects.toThrow(/permission denied/);
});

test("those who are asked, and those who asked, are told by mail that says nothing of it", async () => {
  const mails = await at.asOwner(
    async (owner) => (await owner.query("SELECT data FROM job.job WHERE name = 'mail'")).rows,
  );
  const to = new Set(mails.map(({ data }) => data.to));
  expect(to).toEqual(
    new Set(["submitter@trust.example", "approver@trust.example", "administrator@trust.example"]),
  );
  for (const { data } of mails) expect(JSON.stringify(data)).not.toMatch(/apprentices|bands|a cell/);
});

test("who is an administrator and belongs to the organisation speaks for the collection on its page alone", async () => {
  const both: Viewer = {
    ...(who.administrator as Extract<Viewer, { kind: "person" }>),
    memberships: [
      { role: "administrator", organisation: null },
      { role: "member", organisation },
    ],
  };
  const asked = { organisation, census, text: "Is this all?", about: ABOUT };
  const { query } = value(await askAboutReturn(at.site, both, { ...asked, side: "administrator" }));
  const [seen] = value(
    await readQueries(at.site, both, { organisation, census, side: "administrator" }),
  ).filter(({ id }) => id === query);
  expect(seen).toMatchObject({ side: "administrator", value: null });
  // On the organisation's page the rights of an administrator are nobody's: a member neither asks nor answers.
  expect(codeOf(await askAboutReturn(at.site, both, { ...asked, side: "organisation" }))).toBe("not-allowed");
  expect(
    codeOf(await answerQuery(at.site, both, { organisation, query, text: "It is.", side: "organisation" })),
  ).toBe("not-allowed");
  expect(
    codeOf(await readQueries(at.site, who.approver, { organisation, census, side: "administrator" })),
  ).toBe("not-allowed");
});

test("those who speak are not told of their own word", async () => {
  const mails = () =>
    at.asOwner(async (owner) => {
      const { rows } = await owner.query<{ to: string }>(
        "SELECT data->>'to' AS to FROM job.job WHERE name = 'mail' ORDER BY created_on",
      );
      return rows.map((row) => row.to);
    });
  const before = (await mails()).length;
  value(await ask(who.approver, "Who counted these?"));
  expect((await mails()).slice(before)).toEqual(["submitter@trust.example"]);
});
