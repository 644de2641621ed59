import type { ReferenceTables } from "@/lib/places/reference-tables";
import { type OrganisationKind, organisationKind } from "./organisation-kinds";
import { randomStream } from "./random";

/** How an organisation says what it has: see "budget lines, person lines, group lines" in the dictionary of the return. */
export type WayOfSaying =
  /** Person and vacancy lines, each with its own establishment. */
  | "own_establishment"
  /** Budget lines from the ledger beside person lines. */
  | "budget_lines"
  /** Group lines of like people, and vacancy lines, each with its own establishment. */
  | "group_lines";

/** A fictional organisation. No real organisation has its code or its name. */
export type SampleOrganisation = {
  code: string;
  name: string;
  kind: OrganisationKind;
  board: string;
  region: string;
  /** Posts at the opening census; 0 for an organisation that employs no clinical engineers. */
  openingPosts: number;
  wayOfSaying: WayOfSaying;
  /** The organisation that does the work for one that employs nobody. */
  servedBy: string | null;
};

type BoardShape = { board: string; region: string; kinds: readonly [string, string, string, string, string] };

/**
 * The boards in which the fictional organisations stand, five each, so that a board can be shown. All eight are real
 * boards of England that were in force, under the same code and boundary, at both censuses and after the mergers of
 * 1 April 2026, so that every figure of the sample is on one geography.
 */
const BOARDS: readonly BoardShape[] = [
  { board: "QKK", region: "Y56", kinds: ["teaching", "medium", "small", "mental_health", "community"] },
  { board: "QMF", region: "Y56", kinds: ["teaching", "large", "small", "mental_health", "community"] },
  {
    board: "QWE",
    region: "Y56",
    kinds: ["large", "multi_service", "specialist", "mental_health", "ambulance"],
  },
  { board: "QHL", region: "Y60", kinds: ["teaching", "medium", "small", "mental_health", "community"] },
  { board: "QK1", region: "Y60", kinds: ["teaching", "large", "small", "mental_health", "community"] },
  { board: "QT1", region: "Y60", kinds: ["large", "medium", "specialist", "mental_health", "community"] },
  { board: "QHM", region: "Y63", kinds: ["teaching", "medium", "small", "mental_health", "community"] },
  { board: "QWO", region: "Y63", kinds: ["teaching", "large", "small", "mental_health", "ambulance"] },
];

/** Ledger, person and group files take turns, so that each kind and each board has more than one of them. */
const WAYS: readonly WayOfSaying[] = [
  "own_establishment",
  "budget_lines",
  "own_establishment",
  "own_establishment",
  "own_establishment",
  "group_lines",
  "own_establishment",
  "budget_lines",
  "own_establishment",
  "budget_lines",
];

/** Employs no clinical engineers: its devices are looked after by its neighbour. */
const SERVED: ReadonlyMap<string, string> = new Map([["ZS015", "ZS011"]]);

export const LARGEST_SAMPLE = BOARDS.length * 5;

/** The first `count` organisations of the sample nation, in code order. */
export function sampleOrganisations(seed: number, count: number = LARGEST_SAMPLE): SampleOrganisation[] {
  return BOARDS.flatMap(({ board, region, kinds }, boardIndex) =>
    kinds.map((kindName, slot) => organisation(seed, boardIndex * 5 + slot, board, region, kindName)),
  ).slice(0, count);
}

function organisation(
  seed: number,
  index: number,
  board: string,
  region: string,
  kindName: string,
): SampleOrganisation {
  const number = String(index + 1).padStart(3, "0");
  const code = `ZS${number}`;
  const kind = organisationKind(kindName);
  const servedBy = SERVED.get(code) ?? null;
  const size = randomStream(seed, "size", index).whole(kind.fewestPosts, kind.mostPosts);
  return {
    code,
    name: `Sample Trust ${number}, ${kind.label}`,
    kind,
    board,
    region,
    openingPosts: servedBy === null ? size : 0,
    wayOfSaying: WAYS[index % WAYS.length] ?? "own_establishment",
    servedBy,
  };
}

/** The organisations in the form of the reference tables: in force always, where they hang always, marked fictional. */
export function sampleTables(organisations: readonly SampleOrganisation[]): ReferenceTables {
  return {
    places: organisations.map(({ code, name, kind }) => ({
      code,
      level: "organisation",
      name,
      kind: kind.placeKind,
      benchmarkGroup: kind.benchmarkGroup,
      legalForm: null,
      postcode: null,
      onsCode: null,
      opens: null,
      closes: null,
      source: "sample",
      synthetic: true,
    })),
    memberships: organisations.map(({ code, board }) => ({
      child: code,
      parent: board,
      from: null,
      to: null,
      evidence: "assumption",
      note: "Fictional organisation, placed here for the sample nation",
    })),
    names: [],
    successions: [],
    formerCodes: [],
  };
}
