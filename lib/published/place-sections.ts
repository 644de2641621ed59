import { breakdownId } from "./breakdown-chart";
import { FIRST_LOOK } from "./first-look-chart";
import { GAPS_AHEAD, WORKLOAD_GAP_AHEAD } from "./gaps-ahead-chart";
import { REQUIREMENT_AND_STAFF } from "./requirement-chart";
import { POSTS_OVER_TIME } from "./series-chart";

/** A figure in the table of a section: a measure, or one category of its breakdown under a name of its own. */
export type SectionFigure =
  | { measure: string }
  | { measure: string; dimension: string; category: string; title: string }
  /** A category under its own title, or the merged one that it went into under that one's. */
  | { measure: string; dimension: string; rung: string };

/** A section of a place's page: what it is about, its figures, and its charts by the segment of their address. */
export type PlaceSection = {
  id: string;
  title: string;
  figures: readonly SectionFigure[];
  /** The measures whose rows come first; on a small screen the others are there for who opens them. All where left out. */
  lead?: readonly string[];
  charts: readonly string[];
  /** What it says is asked first of a place: its chart is open on a small screen too. */
  first?: true;
  /** Charts that are there for who opens them. */
  folded?: readonly string[];
  /** Without figures, the measure whose answers its charts rest on. */
  restsOn?: string;
  /** The page of the place on this subject, which says more. */
  subject?: string;
  /** The measure that its charts are of, where it has no figures: some are published for nations and regions only. */
  only?: string;
  /** What is said where none of its charts can be drawn, or its figures are of more than it asks for. */
  otherwise?: string;
};

export const totals = (...measures: string[]): SectionFigure[] => measures.map((measure) => ({ measure }));

/** Of devices of high risk, below the figure of all. */
const withHighRisk = (measure: string, title: string): SectionFigure[] => [
  { measure },
  { measure, dimension: "risk_class", category: "high", title },
];

/** The sections of a place's page, in order. What its key figures say is not said again in one. */
export const PLACE_SECTIONS: readonly PlaceSection[] = [
  {
    id: "where",
    title: "Where posts are vacant",
    figures: [],
    charts: ["vacancy-rate"],
    first: true,
    restsOn: "vacancy-rate",
  },
  {
    id: "posts",
    title: "Posts and staff over time",
    figures: [],
    charts: [POSTS_OVER_TIME],
    first: true,
    restsOn: "establishment",
  },
  {
    id: "age",
    title: "Age",
    figures: [],
    charts: [breakdownId("headcount", "age")],
    first: true,
    folded: ["share-55-and-over"],
    restsOn: "headcount",
  },
  {
    id: "work",
    title: "Roles and specialisms",
    figures: [],
    restsOn: "headcount",
    charts: [breakdownId("headcount", "role")],
    folded: ["specialism", "specialism4"].map((dimension) => breakdownId("headcount", dimension)),
  },
  {
    id: "pathways",
    title: "Career pathways",
    figures: totals("trainees", "trainee-share"),
    charts: [],
    subject: "pathways",
  },
  {
    id: "recognition",
    title: "Recognition",
    figures: totals("registered", "eligible-not-registered-share"),
    charts: [],
    subject: "recognition",
  },
  {
    id: "movement",
    title: "Joining, leaving and staying",
    figures: totals(
      "joiner-rate",
      "leaver-rate",
      "leaver-rate-outside",
      "joiners",
      "leavers",
      "movers",
      "stability",
    ),
    lead: ["joiner-rate", "leaver-rate"],
    charts: ["leaver-rate"],
  },
  {
    id: "devices",
    title: "Devices and the work on them",
    figures: [
      ...withHighRisk("planned-maintenance-done", "Done, devices of high risk"),
      ...withHighRisk("planned-maintenance-on-time", "On time, devices of high risk"),
      ...withHighRisk("planned-maintenance-not-found", "Not found, devices of high risk"),
      ...totals(
        "repairs-received",
        "repair-backlog",
        "connected-share",
        "unsupported-share",
        "over-life-share",
        "cost-of-service-ratio",
      ),
    ],
    lead: ["planned-maintenance-done", "repair-backlog", "over-life-share"],
    charts: ["planned-maintenance-on-time"],
    folded: [breakdownId("devices", "risk_class")],
  },
  {
    id: "requirement",
    title: "What the work requires",
    figures: totals("requirement", "workload-gap", "modelled-coverage", "illustrative-share"),
    lead: ["requirement", "workload-gap"],
    charts: [REQUIREMENT_AND_STAFF],
  },
  { id: "ahead", title: "A first look ahead", figures: [], charts: [FIRST_LOOK] },
  { id: "gaps", title: "Three gaps ahead", figures: [], charts: [GAPS_AHEAD, WORKLOAD_GAP_AHEAD] },
  {
    id: "services",
    title: "How services judge and are run",
    figures: totals(
      "insufficient-staffing",
      "early-involvement",
      "not-consulted",
      "network-incidents",
      "found-before-harm",
    ),
    lead: ["insufficient-staffing"],
    charts: [breakdownId("on-call", "on_call")],
    folded: [breakdownId("accreditation", "standard"), breakdownId("reporting-line", "reports_to")],
  },
];

/** The charts of sections. Those of a place's main page a release stores drawn; others are drawn when asked for. */
export const chartIdsOf = (sections: readonly PlaceSection[]): string[] =>
  sections.flatMap(({ charts, folded = [] }) => [...charts, ...folded]);

/** The charts that are drawn from a look ahead. */
export const LOOK_CHARTS: readonly string[] = [FIRST_LOOK, GAPS_AHEAD, WORKLOAD_GAP_AHEAD];
