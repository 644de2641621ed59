import { afterAll, beforeAll, expect, test } from "vitest";
import { loadReferenceTables } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import { NATION_SEED } from "@/lib/sample/nation/life";
import { nationOrganisations } from "@/lib/sample/nation/organisations";
import { nationTables } from "@/lib/sample/nation/places";
import { readAudit } from "@/lib/services/audit/read-audit";
import { closeCollection, listCollections, openCollection } from "@/lib/services/collections/open-collection";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const FICTIONAL = 6;

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite();
  await inTransaction(at.site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(
      transaction.client,
      nationTables(nationOrganisations(NATION_SEED).slice(0, FICTIONAL)),
    ),
  );
});
afterAll(() => at?.close());

const open = (census: string, more: Partial<Parameters<typeof openCollection>[2]> = {}) =>
  openCollection(at.site, OPERATOR, { census, closes: null, ...more });

const asked = async (census: string) =>
  value(await watchCollection(at.site, OPERATOR, { census })).organisations.map(({ code }) => code);

const opened = async () =>
  value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 100 })).filter(
    ({ verb }) => verb === "collection.opened",
  );

test("a first collection is of real organisations: every one open at the census, and no fictional one", async () => {
  const census = "2026-03-31";
  const { opens, closes, status, synthetic, organisations } = value(
    await open(census, { closes: "2027-01-31" }),
  );
  expect({ opens, closes, status, synthetic }).toEqual({
    opens: "2026-11-24",
    closes: "2027-01-31",
    status: "open",
    synthetic: false,
  });
  const codes = await asked(census);
  expect(codes).toHaveLength(organisations);
  expect(codes).toContain("RJ1");
  expect(codes.filter((code) => code.startsWith("ZS"))).toEqual([]);
  const wanted = await at.asOwner((owner) =>
    owner.query(
      `SELECT code FROM reference.place WHERE level = 'organisation' AND NOT synthetic
         AND (opens IS NULL OR opens <= $1) AND (closes IS NULL OR closes >= $1) ORDER BY code`,
      [census],
    ),
  );
  expect(codes).toEqual(wanted.rows.map(({ code }) => code));
  expect(await opened()).toMatchObject([
    { subject: census, detail: { closes: "2027-01-31", synthetic: false, organisations: codes.length } },
  ]);
});

test.each<[string, string, Parameters<typeof open>[1], string, RegExp]>([
  ["one that is open", "2026-03-31", {}, "collection-exists", /31 March 2026, and it is open/],
  ["a date that does not exist", "2027-02-30", {}, "census-no-date", /“2027-02-30” is not a date/],
  ["the far future", "2206-03-31", {}, "census-too-late", /31 March 2206 is more than a year ahead/],
  ["a closing date gone by", "2027-03-31", { closes: "2026-10-01" }, "closes-before-census", /before the/],
  ["nobody", "2027-03-31", { organisations: [] }, "nobody-asked", /would ask nobody/],
  ["a code of nobody", "2027-03-31", { organisations: ["RJ1", "QQQQ"] }, "cannot-be-asked", /^QQQQ is no/],
  ["a board", "2027-03-31", { organisations: ["QKK"] }, "cannot-be-asked", /which sends no return/],
  ["a fictional one", "2027-03-31", { organisations: ["ZS001"] }, "cannot-be-asked", /a fictional/],
  [
    "a real one among fictional ones",
    "2027-03-31",
    { organisations: ["RJ1"], synthetic: true },
    "cannot-be-asked",
    /this collection is synthetic/,
  ],
])("%s is refused in a sentence, and nothing is opened or told", async (_, census, more, code, says) => {
  const before = [await listCollections(at.site), await opened()];
  const refused = await open(census, more);
  expect(codeOf(refused)).toBe(code);
  expect(refused.ok ? "" : refused.problem.message).toMatch(says);
  expect([await listCollections(at.site), await opened()]).toEqual(before);
});

test("of several who open the same one at once, one opens it and the others are told", async () => {
  const organisations = ["RJ1"];
  const several = Array.from({ length: 6 });
  // Connections that are open already, so that they do begin at once.
  await Promise.all(several.map(() => listCollections(at.site)));
  const codes = await Promise.all(several.map(() => open("2026-09-30", { organisations }).then(codeOf)));
  expect(codes.sort()).toEqual([...Array.from({ length: 5 }, () => "collection-exists"), "ok"]);
  expect(await asked("2026-09-30")).toEqual(["RJ1"]);
});

test("a closed one is not opened a second time, and is said to be closed", async () => {
  value(await closeCollection(at.site, OPERATOR, { census: "2026-09-30" }));
  const again = await open("2026-09-30", { organisations: ["RJ1"] });
  expect(again).toMatchObject({
    problem: { message: "There is already a collection for 30 September 2026, and it is closed." },
  });
});

test("beside a synthetic collection the next one is synthetic too, and asks no real organisation", async () => {
  value(await open("2025-03-31", { synthetic: true, organisations: ["ZS001"] }));
  expect(value(await open("2027-03-31"))).toMatchObject({ synthetic: true, organisations: FICTIONAL });
  expect((await asked("2027-03-31")).every((code) => code.startsWith("ZS"))).toBe(true);
});
