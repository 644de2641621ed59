import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { keyFingerprint } from "@/lib/returns/person-key-file";
import { contextOf } from "@/lib/returns/portable-context";
import { changeMapping } from "@/lib/services/returns/change-mapping";
import { keepKeyFingerprint } from "@/lib/services/returns/keep-key-fingerprint";
import { readBrowserContext } from "@/lib/services/returns/read-browser-context";
import { readEveryFinding } from "@/lib/services/returns/read-every-finding";
import { readMappingFile } from "@/lib/services/returns/read-mapping-file";
import { readOwnWords } from "@/lib/services/returns/read-own-words";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

const OTHER = "ZS004";
const submitterOf = (code: string): Viewer => ({
  kind: "person",
  person: "00000000-0000-4000-8000-000000000001",
  name: "Submitter",
  memberships: [{ role: "submitter", organisation: code }],
});

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

const words = (theirs: string) => ({ headers: {}, values: { role: { [theirs]: "clinical_technologist" } } });
const inOwnWords = () => at.workforce.replaceAll("clinical_technologist", "Med Eng Tech");
const add = (mapping: ReturnType<typeof words>, of = organisation, viewer = OPERATOR) =>
  changeMapping(at.site, viewer, { organisation: of, how: "add", mapping });
const rowsSeenBy = (code: string, sql: string) =>
  inTransaction(at.site.pool, { role: "muster_intake", organisations: [code] }, (reader) => reader.rows(sql));

test("the same bytes are read anew once their words have a meaning, and the file says by which version", async () => {
  const before = value(await at.send(inOwnWords()));
  expect(before.report?.verdict).toBe("errors");
  const { unknown } = value(await readOwnWords(at.site, OPERATOR, { organisation, census: CENSUS }));
  expect(unknown[0]?.words[0]).toMatchObject({ column: "role", theirs: "Med Eng Tech" });

  expect(value(await add(words("med-eng TECH"))).version).toBe(1);
  expect(value(await readOwnWords(at.site, OPERATOR, { organisation, census: CENSUS })).unknown).toEqual([]);
  const after = value(await at.send(inOwnWords()));
  expect(after).toMatchObject({ unchanged: false, report: { verdict: "accepted" } });
  expect(after.report?.repairs.map(({ code }) => code)).toContain("value-mapped");
  expect(value(await at.send(inOwnWords())).unchanged).toBe(true);

  value(await add(words("Bench hand")));
  const again = value(await at.send(inOwnWords()));
  expect(again.unchanged).toBe(false);
  expect(
    await rowsSeenBy(organisation, "SELECT DISTINCT mapping FROM intake.part ORDER BY 1"),
  ).toContainEqual({
    mapping: 2,
  });
});

test("findings are made again by the mapping that a file was read by", async () => {
  // More of one rule than is kept, so that the download reads the file anew.
  const [header, line = ""] = inOwnWords()
    .replace(/\n.*(budget|group|vacancy).*/g, "")
    .split("\n");
  const text = `${header}\n${`${line.replace(/,\d\d_\d\d,/, ",old,")}\n`.repeat(1100)}`;
  const { partId, report } = value(await at.send(text, { serviceUnit: "many" }));
  const given = value(await readEveryFinding(at.site, OPERATOR, { organisation, partId }));
  const of = report?.counts.find(({ code }) => code === "not-allowed")?.count ?? 0;
  expect(of).toBeGreaterThan(1000);
  value(await changeMapping(at.site, OPERATOR, { organisation, how: "replace", mapping: words("Another") }));
  let found = 0;
  for await (const some of given.findings) found += some.filter(({ code }) => code === "not-allowed").length;
  expect(found).toBe(of);
  const later = value(await readEveryFinding(at.site, OPERATOR, { organisation, partId }));
  expect(later.cut).toEqual([]);
});

test("nobody sees or changes the words of another organisation, not even by the database's own role", async () => {
  value(await add(words("Ours")));
  const stranger = submitterOf(OTHER);
  expect(codeOf(await add(words("Theirs"), organisation, stranger))).toBe("not-allowed");
  expect(codeOf(await readMappingFile(at.site, stranger, organisation))).toBe("not-allowed");
  expect(codeOf(await readOwnWords(at.site, stranger, { organisation, census: CENSUS }))).toBe("not-allowed");
  expect(codeOf(await readBrowserContext(at.site, stranger, { organisation, census: CENSUS }))).toBe(
    "not-allowed",
  );
  for (const table of ["mapping", "person_key"])
    expect(await rowsSeenBy(OTHER, `SELECT * FROM intake.${table}`)).toEqual([]);
  await expect(
    rowsSeenBy(
      OTHER,
      `INSERT INTO intake.mapping (organisation, version, headers, values) VALUES ('${organisation}', 99, '{}', '{}')`,
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    at.asOwner((owner) => owner.query("UPDATE intake.mapping SET headers = '{}'"), organisation),
  ).rejects.toThrow(/never changed/);
});

test("a change is in the audit with what was before and after", async () => {
  const { version } = value(await add(words("Fitter")));
  const { rows } = await at.asOwner((owner) =>
    owner.query("SELECT verb, detail FROM audit.event WHERE verb = 'mapping.changed' AND subject = $1", [
      `version ${version}`,
    ]),
  );
  expect(rows[0].detail.after.values.role).toHaveProperty("Fitter");
  expect(rows[0].detail.before.values.role).not.toHaveProperty("Fitter");
});

test("of a person key the fingerprint alone is kept, and a raw key never", async () => {
  const fingerprint = keyFingerprint(new Uint8Array(32).fill(3));
  const keep = (text: string) => keepKeyFingerprint(at.site, OPERATOR, { organisation, fingerprint: text });
  expect(codeOf(await keep("A".repeat(43)))).toBe("key-fingerprint");
  value(await keep(fingerprint));
  const context = value(await readBrowserContext(at.site, OPERATOR, { organisation, census: CENSUS }));
  expect(context.keyFingerprint).toBe(fingerprint);
});

test("what a browser is told gives every code the standing that the server gives it", async () => {
  const told = value(await readBrowserContext(at.site, OPERATOR, { organisation, census: CENSUS }));
  const context = contextOf(JSON.parse(JSON.stringify(told)), { hashWith: new Uint8Array(32) });
  expect(context.standing(organisation)).toMatchObject({ known: true, valid: true });
  expect(context.standing("QQQQ")).toEqual({ known: false });
  expect(context.categories.size).toBeGreaterThan(0);
  expect(Object.keys(told).sort()).toEqual([
    ...[
      "categories",
      "census",
      "keyFingerprint",
      "mapping",
      "mappingVersion",
      "organisation",
      "others",
      "served",
      "valid",
    ],
  ]);
});
