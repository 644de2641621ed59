import { buildRelease } from "@/lib/disclosure/build-release";
import type { Figure } from "@/lib/disclosure/figure";
import type { LedgerEntry } from "@/lib/disclosure/ledger";
import type { PostRow, ReleasePlace, ResponseState, StaffRow } from "@/lib/disclosure/release-input";
import { publishedAge, publishedBand } from "@/lib/measures/return-codes";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace } from "@/lib/published/release";
import { ageBand } from "@/lib/sample/nation/age-band";
import { NATION_CENSUSES, nationLife } from "@/lib/sample/nation/life";
import type { TeamYear } from "@/lib/sample/nation/nation-year";
import { isOpenOn, type NationOrganisation, nationOrganisations } from "@/lib/sample/nation/organisations";
import { notReturned } from "@/lib/sample/nation/responses";
import { workforceLines } from "@/lib/sample/nation/workforce-lines";
import { basesOfRelease } from "@/lib/supply/bases-of-release";
import type { FlowLine } from "@/lib/supply/estimation/exits-of-flows";
import type { PersonLine } from "@/lib/supply/estimation/people-at-risk";
import type { ReturnYear } from "@/lib/supply/estimation/rows-of-years";

/** One release of a sample nation, made in memory from staff and posts alone, and what is behind it. */
export type SampleRelease = {
  release: { number: number; census: string };
  places: PublishedPlace[];
  released: Figure[];
  figures: ReturnType<typeof indexFigures>;
  bases: ReturnType<typeof basesOfRelease>;
  /** The returns of those that answered. */
  year: ReturnYear;
  /** WTE in post and headcount of every organisation in force, those that have not answered too. */
  truth: ReadonlyMap<string, { inPostWte: number; headcount: number }>;
};

const UK = "K02000001";
const NATION_CODES = {
  england: "E92000001",
  wales: "W92000004",
  scotland: "S92000003",
  northern_ireland: "N92000002",
} as const;

/** A key of each nation's own: cells have the same names in all of them, and would have the same cut points. */
const keyOf = (seed: number): Uint8Array =>
  new TextEncoder().encode(`the key of sample nation ${seed}`.padEnd(32, "."));

const text = (value: string | undefined): string | null => (value ? value : null);
const number = (value: string | undefined): number | null => (value ? Number(value) : null);

/** A team's lines as each person, since that is what most send. */
const linesOf = (code: string, { team }: TeamYear, census: string) =>
  workforceLines(
    { ...team, organisation: { ...team.organisation, wayOfSaying: "own_lines" } },
    census,
    String,
  ).map((line) => ({
    organisation_code: code,
    line_type: text(line.line_type),
    post_ref: text(line.post_ref),
    person_key: text(line.person_key),
    role: text(line.role),
    afc_band: text(line.afc_band),
    age_band: text(line.age_band),
    headcount: number(line.headcount),
    in_post_wte: number(line.in_post_wte),
    vacancy_state: text(line.vacancy_state),
    contract_type: text(line.contract_type),
    covers_post_ref: text(line.covers_post_ref),
    specialism: text(line.specialism),
    establishment_wte: number(line.establishment_wte),
  }));
type SampleLine = ReturnType<typeof linesOf>[number];

const flowsOf = (code: string, { flows }: TeamYear): FlowLine[] =>
  flows.map((flow) => ({
    organisation_code: code,
    direction: flow.direction,
    role: flow.role,
    afc_band: flow.bandTo === null ? flow.band : null,
    band_from: flow.bandTo === null ? null : flow.band,
    band_to: flow.bandTo,
    age_band: flow.ageKnown ? ageBand(flow.age) : "unknown",
    headcount: 1,
    destination: text(flow.destination),
    reason: text(flow.reason),
  }));

function staffRows(organisation: string, lines: readonly SampleLine[]): StaffRow[] {
  const people = new Map<string, StaffRow>();
  for (const line of lines) {
    if (line.line_type !== "person") continue;
    const known = people.get(line.person_key ?? "");
    if (known) known.wte += line.in_post_wte ?? 0;
    else
      people.set(line.person_key ?? "", {
        organisation,
        role: line.role ?? "",
        band: publishedBand(line.afc_band ?? ""),
        age: publishedAge(line.age_band ?? "unknown"),
        register: "unknown",
        specialism: line.specialism ?? "",
        headcount: 1,
        wte: line.in_post_wte ?? 0,
        eligible: false,
        programme: line.role === "trainee" ? "unknown" : null,
        funding: null,
        away: null,
      });
  }
  return [...people.values()];
}

const postRows = (organisation: string, lines: readonly SampleLine[]): PostRow[] =>
  lines.map((line) => {
    const [establishment, inPost] = [line.establishment_wte ?? 0, line.in_post_wte ?? 0];
    const vacant = line.line_type === "vacancy" ? establishment : 0;
    return {
      organisation,
      role: line.role ?? "",
      specialism: line.specialism ?? "",
      band: publishedBand(line.afc_band ?? ""),
      establishment,
      inPost,
      vacancy: establishment - inPost,
      advertised: line.vacancy_state === "frozen" ? 0 : vacant,
      frozen: line.vacancy_state === "frozen" ? vacant : 0,
      cover: 0,
    };
  });

function geographyOf(organisations: readonly NationOrganisation[]): ReleasePlace[] {
  const places = new Map<string, ReleasePlace>();
  const add = (code: string, level: ReleasePlace["level"], parent: string | null) =>
    places.set(code, { code, level, name: code, parent });
  add(UK, "united_kingdom", null);
  for (const { code, board, region, nation } of organisations) {
    const above = NATION_CODES[nation];
    add(above, "nation", UK);
    if (region !== above) add(region, "region", above);
    if (board !== null) add(board, "board", region);
    add(code, "organisation", board ?? region);
  }
  return [...places.values()];
}

/** The releases of a sample nation's censuses, oldest first, each built as a real one is, of staff and posts. */
export function sampleReleases(seed: number): SampleRelease[] {
  const all = nationOrganisations(seed);
  const life = nationLife(seed, all);
  const releases: SampleRelease[] = [];
  let ledger: readonly LedgerEntry[] = [];
  for (const [at, census] of NATION_CENSUSES.entries()) {
    const open = all.filter((one) => isOpenOn(one, census));
    const silent = notReturned(seed, all, census);
    const stateOf = ({ code, servedBy, nil }: NationOrganisation): ResponseState =>
      servedBy !== null ? "served" : nil !== null ? "nil" : silent.has(code) ? "not_returned" : "returned";
    const lines = new Map(
      open.map(({ code }) => [code, linesOf(code, life[at]?.get(code) as TeamYear, census)] as const),
    );
    const returned = open.filter((one) => stateOf(one) === "returned").map(({ code }) => code);
    const geography = geographyOf(open);
    const built = buildRelease({
      release: at + 1,
      synthetic: true,
      geography,
      responses: open.map((one) => ({ organisation: one.code, state: stateOf(one) })),
      staff: returned.flatMap((code) => staffRows(code, lines.get(code) ?? [])),
      posts: returned.flatMap((code) => postRows(code, lines.get(code) ?? [])),
      devices: [],
      flows: [],
      stays: [],
      services: [],
      workloads: [],
      hasDevices: new Set(),
      hasFlows: new Set(),
      key: keyOf(seed),
      ledger,
      earlier: releases.map(({ release, released }) => ({ census: release.census, figures: released })),
    });
    ledger = built.ledger;
    const states = new Map(open.map((one) => [one.code, stateOf(one)]));
    const places = geography.map(
      (place): PublishedPlace => ({
        ...place,
        kind: null,
        synthetic: place.level === "organisation",
        response: states.get(place.code) ?? null,
      }),
    );
    releases.push({
      release: { number: at + 1, census },
      places,
      released: built.figures,
      figures: indexFigures(built.figures.filter(({ audience }) => audience === "public")),
      bases: basesOfRelease(places, built.figures),
      year: {
        census,
        people: returned.flatMap((code): PersonLine[] => lines.get(code) ?? []),
        flows: returned.flatMap((code) => flowsOf(code, life[at]?.get(code) as TeamYear)),
        told: new Set(returned),
      },
      truth: new Map(
        open.map((one) => {
          const own = stateOf(one) === "served" || stateOf(one) === "nil" ? [] : (lines.get(one.code) ?? []);
          const staff = staffRows(one.code, own);
          return [
            one.code,
            { inPostWte: staff.reduce((sum, { wte }) => sum + wte, 0), headcount: staff.length },
          ];
        }),
      ),
    });
  }
  return releases;
}
