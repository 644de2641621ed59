import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReturn, sumsOfReturn } from "@/lib/returns/check-return";
import { exampleContext } from "@/lib/returns/testing/example-context";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import {
  readDifference,
  readDifferentRows,
  readEveryDifference,
} from "@/lib/services/returns/read-difference";
import { readFindings } from "@/lib/services/returns/read-findings";
import { readReturn } from "@/lib/services/returns/read-return";
import { restoreVersion } from "@/lib/services/returns/restore-version";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

const NEXT = "2027-03-31";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

/** Persons by post reference and band; a line without a reference is one of a group. */
const staff = (census: string, posts: Record<string, string>, loose: readonly string[] = []) =>
  [
    "census_date,organisation_code,line_type,post_ref,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,registration",
    ...Object.entries(posts).map(
      ([ref, band]) =>
        `${census},${organisation},person,${ref},clinical_technologist,equipment_management,${band},1,1,1,45_49,rct;engtech`,
    ),
    ...loose.map(
      (band) =>
        `${census},${organisation},group,,clinical_technologist,equipment_management,${band},2,2,2,45_49,`,
    ),
    "",
  ].join("\n");
const posts = (count: number, band = "6") =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`CE-${100 + index}`, band]));

const assets = (census: string, refs: readonly string[], gone: readonly string[] = []) =>
  [
    "census_date,organisation_code,asset_ref,category,maintenance_model,commissioned,disposed",
    ...refs.map((ref) => `${census},${organisation},${ref},infusion_pump,in_house,2019-06-14,`),
    ...gone.map(
      (ref) =>
        `${census},${organisation},${ref},infusion_pump,in_house,2019-06-14,${Number(census.slice(0, 4)) - 1}-08-01`,
    ),
    "",
  ].join("\n");

const send = async (part: "workforce" | "assets", census: string, text: string) => {
  const { partId } = value(await at.send(text, { part, census, fileName: `${part}.csv` }));
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId, reason: "It is as it is." }));
};
const difference = async (census: string, version: number | null = null) =>
  value(await readDifference(at.site, OPERATOR, { organisation, census, version }));
const submit = (census: string, removalReason?: string) =>
  submitReturn(at.site, OPERATOR, { organisation, census, removalReason });
const approve = async (census: string, removalReason?: string) => {
  const { submission, version } = value(await submit(census, removalReason));
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
  return version;
};

test("a first return has nothing to be held against", async () => {
  await send("workforce", CENSUS, staff(CENSUS, posts(20), ["4", "4", "5"]));
  await send("assets", CENSUS, assets(CENSUS, ["1", "2", "3"], ["9"]));
  expect(await difference(CENSUS)).toBeNull();
  await approve(CENSUS);
});

test("a draft is held against the approved version, by key, and rows without one are counted", async () => {
  const { "CE-100": _, ...rest } = posts(20);
  const text = staff(CENSUS, { ...rest, "ce-101": "6", "CE-102": "7", "CE-200": "6" }, ["5", "4", "6"])
    .replace(/.*,CE-101,.*\n/, "")
    .replace("ce-101,clinical_technologist,equipment_management,6,1,1,1,45_49,rct;engtech", (line) =>
      line.replace("rct;engtech", "engtech;rct"),
    );
  await send("workforce", CENSUS, text);
  const found = await difference(CENSUS);
  expect(found).toMatchObject({
    version: null,
    previous: { census: CENSUS, version: 1 },
    removals: [],
    parts: [
      {
        part: "workforce",
        state: "matched",
        counts: {
          now: 20,
          before: 20,
          added: 1,
          changed: 1,
          removed: 1,
          same: 18,
          unkeyedNow: 3,
          unkeyedBefore: 3,
          unkeyedEqual: 2,
        },
      },
      { part: "assets", state: "matched", counts: { now: 4, before: 3, same: 4, added: 0, removed: 0 } },
    ],
  });
  const [of] = value(await readDifferentRows(at.site, OPERATOR, { organisation, census: CENSUS, limit: 10 }));
  expect(of?.rows?.map(({ kind, now, before }) => [kind, now?.post_ref, before?.post_ref])).toEqual([
    ["removed", undefined, "CE-100"],
    ["changed", "CE-102", "CE-102"],
    ["added", "CE-200", undefined],
  ]);
  expect(of?.rows?.[1]).toMatchObject({ now: { afc_band: "7", in_post_wte: 1 }, before: { afc_band: "6" } });
  const cut = value(await readDifferentRows(at.site, OPERATOR, { organisation, census: CENSUS, limit: 1 }));
  expect(cut[0]?.rows).toHaveLength(1);
  const every = value(await readEveryDifference(at.site, OPERATOR, { organisation, census: CENSUS }));
  let told = 0;
  for await (const { rows } of every) told += rows.length;
  expect(told).toBe(3);
});

test("over a tenth of the posts gone asks for a reason, which stays with the version and in the audit", async () => {
  await send("workforce", CENSUS, staff(CENSUS, posts(17)));
  expect((await difference(CENSUS))?.removals).toEqual([{ part: "workforce", missing: 3, of: 20 }]);
  expect(codeOf(await submit(CENSUS))).toBe("removal-reason-missing");
  expect(codeOf(await submit(CENSUS, "Moved."))).toBe("removal-reason-missing");
  const version = await approve(CENSUS, "Renal moved to another trust. ");
  const { submissions } = value(await readReturn(at.site, OPERATOR, { organisation, census: CENSUS }));
  expect(submissions.map(({ removalReason }) => removalReason)).toEqual([
    "Renal moved to another trust.",
    null,
  ]);
  const [event] = await at.asOwner(
    async (owner) =>
      (await owner.query("SELECT detail FROM audit.event WHERE verb = 'return.submitted' ORDER BY id DESC"))
        .rows,
  );
  expect(event.detail).toMatchObject({
    reason: "Renal moved to another trust.",
    removals: [{ part: "workforce", missing: 3, of: 20 }],
  });
  await expect(
    at.asOwner(async (owner) => {
      await owner.query("SET ROLE muster_intake");
      await owner.query("UPDATE intake.submission SET removal_reason = 'None.' WHERE version = $1", [
        version,
      ]);
    }, organisation),
  ).rejects.toThrow("never changed");
  // The approved version is shown against what it replaced, not against itself.
  expect(await difference(CENSUS)).toMatchObject({ version: 2, previous: { version: 1 } });
  expect(await difference(CENSUS, 1)).toBeNull();
  expect(codeOf(await readDifference(at.site, OPERATOR, { organisation, census: CENSUS, version: 7 }))).toBe(
    "no-such-version",
  );
});

test("a replaced version that is taken up again is held against the approved one, since it would replace that", async () => {
  const first = value(await readReturn(at.site, OPERATOR, { organisation, census: CENSUS })).submissions.at(
    -1,
  );
  const submission = first?.id ?? "";
  value(await restoreVersion(at.site, OPERATOR, { organisation, submission, giveUpDraft: true }));
  expect(await difference(CENSUS)).toMatchObject({
    version: null,
    previous: { version: 2 },
    parts: [{ counts: { added: 3, changed: 0, removed: 0 } }, { part: "assets" }],
  });
});

test("nothing gone asks for no reason, and one that is typed all the same is not kept", async () => {
  await send("workforce", CENSUS, staff(CENSUS, { ...posts(17), "CE-300": "5" }));
  value(await submit(CENSUS, "There is no reason at all."));
  const { submissions } = value(await readReturn(at.site, OPERATOR, { organisation, census: CENSUS }));
  expect(submissions[0]?.removalReason).toBeNull();
});

test("a next census is held against last year's approved return, and a device disposed of is not gone", async () => {
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
  await send("workforce", NEXT, staff(NEXT, posts(17)));
  // Of last year's three in use one is told to be disposed of, one is there, and one is not in the file; 9 had gone.
  await send("assets", NEXT, assets(NEXT, ["1", "4"], ["2"]));
  const found = await difference(NEXT);
  expect(found).toMatchObject({ previous: { census: CENSUS, version: 2 } });
  expect(found?.parts).toMatchObject([
    { part: "workforce", counts: { same: 17, added: 0, changed: 0, removed: 0 } },
    { part: "assets", counts: { before: 3, now: 3, added: 1, changed: 1, removed: 1, same: 1 } },
  ]);
});

test("single devices that are gone are asked about at the server as at the command line", async () => {
  const warned = async () =>
    value(await readReturn(at.site, OPERATOR, { organisation, census: NEXT })).draft.flatMap(({ counts }) =>
      counts.flatMap(({ code }) => (code.endsWith("-gone") ? code : [])),
    );
  // One of three alone is not asked about.
  expect(await warned()).toEqual([]);
  const { partId } = value(await at.send(assets(NEXT, ["4", "2"]), { part: "assets", census: NEXT }));
  expect(await warned()).toEqual(["assets-gone"]);
  const read = value(await readFindings(at.site, OPERATOR, { organisation, partId, limit: 9, filter: {} }));
  const findings = read.groups.flatMap((group) => group.findings);
  const file = (part: "workforce" | "assets", text: string) => ({
    file: `${part}.csv`,
    part,
    unit: null,
    source: new TextEncoder().encode(text),
  });
  const context = (census: string) => ({
    ...exampleContext,
    organisation,
    census,
    standing: () => ({ known: true as const, valid: true as const, name: organisation }),
  });
  const earlier = [file("assets", assets(CENSUS, ["1", "2", "3"], ["9"]))];
  const before = await sumsOfReturn(earlier, context(CENSUS));
  if ("refused" in before) throw new Error(before.message);
  const there = await checkReturn(
    [file("workforce", staff(NEXT, posts(17))), file("assets", assets(NEXT, ["4", "2"]))],
    context(NEXT),
    undefined,
    before.sums,
  );
  const sayGone = (all: readonly { code: string; message: string; mend: string }[]) =>
    all.filter(({ code }) => code === "assets-gone").map(({ message, mend }) => ({ message, mend }));
  expect(sayGone(findings)).toEqual(sayGone(there.findings));
  expect(sayGone(findings)[0]?.message).toContain("2 of last year's 3");
});

test("a part that is not sent is all gone, and says so before it is submitted", async () => {
  const taken = value(await readReturn(at.site, OPERATOR, { organisation, census: NEXT })).draft.length;
  expect(taken).toBe(2);
  await at.asOwner(
    (owner) => owner.query("DELETE FROM intake.draft_part WHERE part = 'assets'"),
    organisation,
  );
  const found = await difference(NEXT);
  expect(found?.parts[1]).toMatchObject({
    part: "assets",
    state: "not-sent",
    counts: { before: 3, removed: 3 },
  });
  expect(found?.removals).toEqual([{ part: "assets", missing: 3, of: 3 }]);
  expect(codeOf(await submit(NEXT))).toBe("removal-reason-missing");
});
