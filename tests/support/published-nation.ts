import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { poolOf } from "@/db/pool";
import { loadOfficialStatistics, loadReferenceTables } from "@/db/queries/reference";
import { insertRelease, nextReleaseNumber, setPublished } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { chartsOfRelease } from "@/lib/charts/charts-of-release";
import { buildRelease } from "@/lib/disclosure/build-release";
import { nationOf } from "@/lib/disclosure/nation.fixture";
import type { ReleasePlace, ResponseState } from "@/lib/disclosure/release-input";
import { readReferenceTables, TABLES, type TableName } from "@/lib/places/reference-tables";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { lookAhead } from "@/lib/scenarios/look-ahead";
import { basesOfRelease } from "@/lib/supply/bases-of-release";

/** Real places that the invented organisations of these tests stand in. */
const GEOGRAPHY: readonly ReleasePlace[] = [
  { code: "K02000001", level: "united_kingdom", name: "United Kingdom", parent: null },
  { code: "E92000001", level: "nation", name: "England", parent: "K02000001" },
  { code: "W92000004", level: "nation", name: "Wales", parent: "K02000001" },
  { code: "Y56", level: "region", name: "London", parent: "E92000001" },
  { code: "Y60", level: "region", name: "Midlands", parent: "E92000001" },
  { code: "QKK", level: "board", name: "NHS South East London Integrated Care Board", parent: "Y56" },
  { code: "QMF", level: "board", name: "NHS North East London Integrated Care Board", parent: "Y56" },
  { code: "QHL", level: "board", name: "NHS Birmingham and Solihull Integrated Care Board", parent: "Y60" },
];

const AGES = ["25_34", "35_44", "45_54", "55_64"];
const ROLES = ["clinical_scientist", "clinical_technologist", "manager"];
const staffOf = (people: number) =>
  Array.from({ length: people }, (_, at) => ({
    age: AGES[at % AGES.length],
    role: ROLES[at % ROLES.length],
  }));

const department = (code: string, under: string, people: number, state: ResponseState = "returned") =>
  state === "returned"
    ? {
        code,
        under,
        state,
        staff: staffOf(people),
        establishment: people + 3,
        devices: [{ riskClass: "high", devices: people * 100, ppmDue: 400, ppmDueDone: 380, ppmOnTime: 360 }],
      }
    : { code, under, state };

/** Three boards: one that can be shown, one of two organisations that cannot, one with somebody missing. */
const departments = (more: number) => [
  department("ZT001", "QKK", 40 + more),
  department("ZT002", "QKK", 25),
  department("ZT003", "QKK", 31),
  department("ZT004", "QMF", 22),
  department("ZT005", "QMF", 18),
  department("ZT006", "QHL", 30),
  department("ZT007", "QHL", 28),
  department("ZT008", "QHL", 33),
  department("ZT009", "QHL", 0, "not_returned"),
];

/** Loads the tables of places, as a first start does, and a month of official statistics of one real trust. */
export async function loadPlaces(ownerUrl: string): Promise<void> {
  const texts = Object.fromEntries(
    Object.entries(TABLES).map(([name, { file }]) => [
      name,
      readFileSync(join("data/reference", file), "utf8"),
    ]),
  ) as Record<TableName, string>;
  const tables = readReferenceTables(texts);
  if (!tables.ok) throw new Error(tables.problem.message);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SET ROLE muster_owner");
    await loadReferenceTables(owner, tables.value);
    await loadOfficialStatistics(owner, [
      {
        source: "test",
        organisation: "RJ1",
        month: "2025-10-01",
        staffGroup: OFFICIAL_STAFF_GROUP,
        startWte: 2000,
        endWte: 1990,
        joinersWte: 10,
        leaversWte: 20,
      },
    ]);
  } finally {
    await owner.end();
  }
}

export type NationRelease = {
  census: string;
  collectionOpen?: boolean;
  synthetic?: boolean;
  /** People more than before. */
  more?: number;
  /** The release that it corrects. */
  replaces?: number;
  /** The day whose boundaries it is drawn on. */
  geographyDate?: string;
};

/** Builds and publishes a release of the invented nation, drawn and rounded as a real one is; gives its number. */
export async function publishNation(appUrl: string, given: NationRelease): Promise<number> {
  const pool = poolOf(appUrl);
  const synthetic = given.synthetic ?? true;
  const people = departments(given.more ?? 0);
  const number = await inTransaction(pool, { role: "muster_build" }, async (transaction) => {
    const next = await nextReleaseNumber(transaction);
    const input = nationOf(people, { release: next, synthetic });
    const geography = [...GEOGRAPHY, ...input.geography.filter((place) => place.level === "organisation")];
    const { figures, hash } = buildRelease({ ...input, geography });
    const places: PublishedPlace[] = geography.map((place) => ({
      ...place,
      kind: null,
      synthetic: synthetic && place.level === "organisation",
      response: people.find(({ code }) => code === place.code)?.state ?? null,
    }));
    const release: Release = {
      number: next,
      census: given.census,
      status: "built",
      builtAt: "2026-11-20T10:00:00Z",
      publishedAt: null,
      hash,
      geographyDate: given.geographyDate ?? "2026-04-01",
      synthetic,
      collectionOpen: given.collectionOpen ?? false,
      ruleSet: "test",
      codeVersion: "test",
      note: null,
      replaces: given.replaces ?? null,
      about: null,
      withdrawnAt: null,
    };
    const bases = basesOfRelease(places, figures).map((base) => ({
      ...base,
      look: lookAhead(base.fit, base.place),
    }));
    const looks = new Map(bases.map(({ place, look }) => [place, look]));
    const charts = chartsOfRelease({ release, places, figures, earlier: [], looks });
    await insertRelease(transaction, next, release.replaces, {
      ...release,
      builtBy: null,
      places,
      figures,
      charts,
      bases,
      submissions: [],
    });
    return next;
  });
  await inTransaction(pool, { role: "muster_operator" }, (transaction) =>
    setPublished(transaction, number, null),
  );
  return number;
}
