import { afterAll, beforeAll, expect, test } from "vitest";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { watchReturn } from "@/lib/services/collections/watch-return";
import { acknowledge, acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { readEveryFinding } from "@/lib/services/returns/read-every-finding";
import { readFindings } from "@/lib/services/returns/read-findings";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

const NEXT = "2027-03-31";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

const staff = (census: string, wte: string) =>
  `census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band
${census},${organisation},group,clinical_technologist,equipment_management,6,${wte},${wte},10,45_49
`;
const profile = (census: string, ledger: string) =>
  `organisation_code,census_date,establishment_ledger_wte\n${organisation},${census},${ledger}\n`;

const draftAt = async (census: string) =>
  value(await readReturn(at.site, OPERATOR, { organisation, census }));
const warnings = async (census: string) =>
  (await draftAt(census)).draft.flatMap(({ part, counts }) =>
    counts
      .filter(({ severity }) => severity === "warning")
      .map(({ code, reason }) => ({ part, code, reason })),
  );
const submit = (census: string) => submitReturn(at.site, OPERATOR, { organisation, census });
const explain = (partId: string, code: string) =>
  acknowledge(at.site, OPERATOR, { organisation, partId, code, reason: "It grew." });

test("parts that do not agree have to be explained before the return can be submitted", async () => {
  await at.send(profile(CENSUS, "9"), { part: "profile", fileName: "profile.csv" });
  const { partId } = value(await at.send(staff(CENSUS, "8")));
  const asked = { part: "workforce", code: "establishment-against-ledger", reason: null };
  expect(await warnings(CENSUS)).toEqual([asked]);
  expect(codeOf(await submit(CENSUS))).toBe("warnings-open");

  const read = value(await readFindings(at.site, OPERATOR, { organisation, partId, limit: 1, filter: {} }));
  expect(read.groups[0]?.findings).toMatchObject([
    { code: "establishment-against-ledger", line: null, value: null },
  ]);
  const every = value(await readEveryFinding(at.site, OPERATOR, { organisation, partId }));
  expect((await every.findings.next()).value).toMatchObject([{ code: "establishment-against-ledger" }]);

  expect(codeOf(await explain(partId, "wte-changed"))).toBe("no-such-warning");
  value(await explain(partId, "establishment-against-ledger"));
  expect(await warnings(CENSUS)).toEqual([{ ...asked, reason: "It grew." }]);
  const { submission } = value(await submit(CENSUS));
  // Administrators see that the rule spoke, and of what.
  const { rules } = value(await watchReturn(at.site, OPERATOR, { census: CENSUS, organisation }));
  expect(rules.filter(({ severity }) => severity === "warning")).toEqual([
    {
      part: "workforce",
      serviceUnit: null,
      code: "establishment-against-ledger",
      severity: "warning",
      count: 1,
    },
  ]);
  // What a version holds keeps its reason, and is still told.
  expect(await warnings(CENSUS)).toEqual([{ ...asked, reason: "It grew." }]);
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
});

test("files that a version holds are asked nothing more, whatever is sent or taken out beside them", async () => {
  value(await at.send(profile(CENSUS, "8"), { part: "profile", fileName: "profile.csv" }));
  expect(await warnings(CENSUS)).toEqual([]);
  value(await at.send(profile(CENSUS, "20"), { part: "profile", fileName: "profile.csv" }));
  expect(await warnings(CENSUS)).toEqual([
    { part: "profile", code: "establishment-against-ledger", reason: null },
  ]);
  value(await at.send(profile(CENSUS, "8"), { part: "profile", fileName: "profile.csv" }));
  value(await submit(CENSUS));
});

test("a return is held against the one approved at the census before, and against no other", async () => {
  value(await at.send(profile(CENSUS, "20"), { part: "profile", fileName: "profile.csv" }));
  expect(await warnings(CENSUS)).toHaveLength(1);
  value(await closeCollection(at.site, OPERATOR, { census: CENSUS }));
  value(
    await openCollection(at.site, OPERATOR, {
      census: NEXT,
      title: "Next",
      opens: NEXT,
      closes: null,
      synthetic: true,
      organisations: [organisation],
    }),
  );
  const sent = value(await at.send(staff(NEXT, "10"), { census: NEXT }));
  expect(sent.report?.counts.filter(({ severity }) => severity === "warning")).toEqual([]);
  expect(await warnings(NEXT)).toEqual([{ part: "workforce", code: "wte-changed", reason: null }]);
  expect(codeOf(await submit(NEXT))).toBe("warnings-open");
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId: sent.partId, reason: "It grew." }));
  value(await submit(NEXT));
  // Nobody is asked to explain what was said at a census that is closed.
  expect(await warnings(CENSUS)).toEqual([]);
});

test("a file of more rows than are summed for a page is asked nothing, and a notice says so", async () => {
  const [header, line] = staff(NEXT, "10").split("\n");
  const many = (rows: number) => `${[header, ...Array<string>(rows).fill(line ?? "")].join("\n")}\n`;
  value(await at.send(profile(NEXT, "9"), { census: NEXT, part: "profile", fileName: "profile.csv" }));
  // What a small file beside it says must not be taken for the whole.
  value(await at.send(staff(NEXT, "10"), { census: NEXT, serviceUnit: "renal" }));
  const codes = async () => (await warnings(NEXT)).map(({ code }) => code);
  value(await at.send(many(20_000), { census: NEXT }));
  expect(await codes()).toContain("wte-changed");
  const { partId } = value(await at.send(many(20_001), { census: NEXT }));
  expect(await codes()).toEqual([]);
  const read = value(await readFindings(at.site, OPERATOR, { organisation, partId, limit: 9, filter: {} }));
  expect(read.groups.find(({ code }) => code === "not-held-together")?.findings).toMatchObject([
    { severity: "notice", message: expect.stringContaining("20,001 rows") },
  ]);
});
