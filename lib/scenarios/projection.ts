import type { Gap } from "@/lib/supply/gap";
import type { Comparison } from "./compare-scenarios";
import type { Drivers } from "./drivers";
import type { EffectiveAssumption } from "./effective-assumptions";
import type { Goal, GoalAnswer } from "./goal-seek";
import type { Analysed } from "./measure-of";
import type { Imputed } from "./non-response";
import type { Scenario } from "./scenario";
import type { Sway } from "./tornado";

/** The version of the model: a change that moves any figure moves it. */
export const MODEL_VERSION = "2026.4";

/** One figure: its exact expectation, and where histories put it; no quantiles where none was drawn. */
export type Figure = {
  expected: number;
  p5?: number;
  p25?: number;
  p50?: number;
  p75?: number;
  p95?: number;
};
export const QUANTILES = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

/** Posts filled from and emptied to where, expected in the year that ends. */
export type ExpectedFlows = {
  left: number;
  moved: number;
  retired: number;
  /** Of those who retired: they go on in the post. */
  retiredAndReturned: number;
  returnedLeft: number;
  promotedOut: number;
  /** Trainees in post who complete what they train for. */
  completed: number;
  promotedIn: number;
  movedIn: number;
  external: number;
};

export type ProjectedYear = {
  /** Years from the census; 0 is the census itself. */
  year: number;
  /** The day, ISO text. */
  date: string;
  filledPosts: Figure;
  vacantPosts: Figure;
  /** Of the vacant. */
  frozenPosts: number;
  inPostWte: Figure;
  /** WTE of 37.5 hours a week. */
  inPostFullWeekWte: Figure;
  /** Null where no establishment is known. */
  establishmentWte: number | null;
  /** Of the filled posts; null where none is filled. */
  share55: Figure | null;
  fundedGapWte: Figure | null;
  fundedGap: Gap | null;
  unfilledGap: Gap | null;
  workloadGap: Gap | null;
  /** Of the year that ends here; null at the census. */
  joined: Figure | null;
  departed: Figure | null;
  flows: ExpectedFlows | null;
  /** What is left of the hazard of filling where people from outside are too few; 1 is no limit. Null at the census and for all groups together. */
  fillScale: number | null;
};

export type ProjectedGroup = { group: string; title: string; years: ProjectedYear[] };

/** How the doubt about WTE in post at the horizon splits up: standard deviations, WTE. */
export type Doubt = {
  total: number;
  /** Of the uncertain assumptions alone: of the expectation over their draws. */
  parameters: number;
  /** Of chance alone, assumptions held. */
  chance: number;
  /** Of what the rounding of published figures leaves open of the start; nought where files are projected. */
  rounding: number;
  /** Of what is imputed of those that have not answered; in no figure but those of `imputed`. */
  nonResponse: number;
  /** Of all of it together, at the horizon: of those that answered and those that have not. */
  all: number;
  /** Share of the variance that is due to illustrative assumptions, 0 to 1. */
  illustrativeShare: number;
};

export type ProjectedPlace = {
  place: string;
  name: string | null;
  /** In a nation's view moves exchange posts; in an organisation's a mover leaves one vacant. */
  view: "nation" | "organisation";
  /** What had to be assumed of the start. */
  notes: string[];
  /** All groups together first, then each that has or will have a post. */
  groups: ProjectedGroup[];
  doubt: Doubt | null;
  requirement: RequirementPath | null;
  /** Of a release: staff in post of all that were asked; null where all have answered, or too few have. */
  imputed: ImputedFigures | null;
};

/** Staff in post of a place year by year from the census, those of it that have not answered imputed from like ones. */
export type ImputedFigures = Imputed & { inPostWte: Figure[] };

/** What the work asks for, year by year from the census. WTE as contracted. */
export type RequirementPath = {
  /** Of all work that is counted. */
  requiredWte: number[];
  /** Of the specialisms that have a requirement, which the workload gap is formed over. */
  comparedWte: number[];
  /** Share of the WTE in post whose specialism it is formed for. */
  coverage: number;
  /** Of the hours, the share whose time or volume is illustrative; above a quarter the gap is no evidence of over- or under-staffing. */
  illustrativeShare: number | null;
};

/** A projection with everything that went into it. */
export type Projection = {
  model: string;
  scenario: Scenario;
  scenarioHash: string;
  base:
    | { kind: "files"; hash: string; census: string }
    | {
        kind: "release";
        hash: string;
        /** Of the rates that the release's returns tell of; null where it publishes none, and all are defaults. */
        ratesHash: string | null;
        census: string;
        release: number;
      };
  seed: number;
  runs: number;
  assumptions: (EffectiveAssumption & { groupIds: string[]; uncertain: boolean })[];
  restsOnIllustrative: string[];
  warnings: string[];
  places: ProjectedPlace[];
  /** Where they were asked for. */
  comparison?: { against: { scenario: Scenario; scenarioHash: string }; drivers: Drivers[] } & Comparison;
  tornado?: { place: string; measure: Analysed; year: number; centre: number; sways: Sway[] }[];
  goal?: { asked: Goal; answer: GoalAnswer };
};
