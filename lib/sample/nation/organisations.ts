import { type Random, randomStream } from "../random";
import { FRAME, type Stand } from "./frame";
import { DEMO_CODES, MERGER, MERGER_KIND, NIL, SERVED } from "./happenings";
import { type NationKind, nationKind } from "./nation-kinds";
import { sizeAt } from "./size-quantiles";

/** How an organisation says what it has in the workforce part. */
export type WayOfSaying =
  /** Person and vacancy lines, each with its own establishment. */
  | "own_lines"
  /** Group lines of like people and vacancy lines, each with its own establishment. */
  | "own_groups"
  /** Budget lines from the ledger, beside a line for each person. */
  | "budget_person"
  /** Budget lines from the ledger, beside lines of like people. */
  | "budget_group";

/** How much an organisation sends: the core columns, those and the keys that link the years, or all. */
export type Tier = "core" | "linked" | "full";

/** A fictional organisation. No real organisation has its code or its name. */
export type NationOrganisation = {
  code: string;
  name: string;
  kind: NationKind;
  /** The board from 1 April 2026, the one before it where that is new, and the region or nation. */
  board: string | null;
  boardBefore: string | null;
  region: string;
  nation: "england" | "wales" | "scotland" | "northern_ireland";
  /** First and last day, where it has not always been there. */
  opens: string | null;
  closes: string | null;
  /** Whole-time equivalents of all its staff, and general and acute beds where its kind has them. */
  allStaff: number;
  beds: number | null;
  /** Posts for clinical engineers at the start; 0 where it employs none. */
  openingPosts: number;
  wayOfSaying: WayOfSaying;
  tier: Tier;
  /** Service units whose lines are told apart; empty in a small service. */
  units: readonly string[];
  /** Whether each unit sends files of its own. */
  unitsApart: boolean;
  /** Which optional parts it sends when it returns. */
  sends: { devices: "devices" | "assets"; activities: boolean; flows: boolean; profile: boolean };
  servedBy: string | null;
  nil: "contracted" | "none" | null;
};

const NATIONS: Readonly<Record<string, NationOrganisation["nation"]>> = {
  W92000004: "wales",
  S92000003: "scotland",
  N92000002: "northern_ireland",
};

/** A team large enough to be in several hands. */
const POSTS_OF_UNITS = 26;
/** Small organisations whose equipment database is exported device by device: so many, and so many posts at most. */
const POSTS_OF_ASSETS = 3;

/** Every organisation that is in force at one census or another, in code order. */
export function nationOrganisations(seed: number): NationOrganisation[] {
  const standing = FRAME.flatMap((stand) => stand.kinds.map((kind) => ({ stand, kind })));
  const organisations = standing.map(({ stand, kind }, index) =>
    organisation(seed, index + 1, stand, nationKind(kind)),
  );
  const before = organisations.find(({ code }) => code === MERGER.from[0]) as NationOrganisation;
  const successor = organisation(
    seed,
    organisations.length + 1,
    { board: before.board, before: before.boardBefore ?? undefined, region: before.region, kinds: [] },
    nationKind(MERGER_KIND),
  );
  return [
    ...organisations.map((each) =>
      MERGER.from.some((code) => code === each.code) ? { ...each, closes: MERGER.closes } : each,
    ),
    { ...successor, opens: MERGER.opens, openingPosts: 0, unitsApart: false },
  ];
}

/** Whether an organisation is in force on a day. */
export const isOpenOn = ({ opens, closes }: NationOrganisation, date: string): boolean =>
  (opens === null || opens <= date) && (closes === null || closes >= date);

function organisation(seed: number, place: number, stand: Stand, kind: NationKind): NationOrganisation {
  const number = String(place).padStart(3, "0");
  const code = `ZS${number}`;
  const random = randomStream(seed, "nation organisation", place);
  const share = random.uniform();
  const allStaff = Math.round(sizeAt(kind.size.staff, share));
  const employsNone = NIL.has(code) || SERVED.has(code);
  const posts = Math.max(
    2,
    Math.round((allStaff / 1000) * kind.postsPerThousandStaff * (0.85 + 0.3 * random.uniform())),
  );
  const units = kind.serviceUnits.length > 0 && posts >= POSTS_OF_UNITS ? kind.serviceUnits : [];
  const wayOfSaying = random.weighted<WayOfSaying>([
    ["own_lines", 48],
    ["budget_person", 28],
    ["own_groups", 11],
    ["budget_group", 13],
  ]);
  return {
    code,
    name: `Sample ${kind.called} ${number}, ${kind.label}`,
    kind,
    board: stand.board,
    boardBefore: stand.before ?? null,
    region: stand.region,
    nation: NATIONS[stand.region] ?? "england",
    opens: null,
    closes: null,
    allStaff,
    beds: kind.size.beds === null ? null : Math.round(sizeAt(kind.size.beds, share)),
    openingPosts: employsNone ? 0 : posts,
    wayOfSaying,
    tier: random.weighted<Tier>([
      ["core", 10],
      ["linked", 40],
      ["full", 50],
    ]),
    units,
    unitsApart: units.length > 0 && random.chance(0.35),
    sends: sends(random, code, posts),
    servedBy: SERVED.get(code) ?? null,
    nil: NIL.get(code) ?? null,
  };
}

function sends(random: Random, code: string, posts: number): NationOrganisation["sends"] {
  const every = DEMO_CODES.includes(code);
  const [assets, activities, flows, profile] = [0.22, 0.68, 0.9, 0.88].map((share) => random.chance(share));
  return {
    devices: assets && posts <= POSTS_OF_ASSETS && !every ? "assets" : "devices",
    activities: activities === true || every,
    flows: flows === true || every,
    profile: profile === true || every,
  };
}
