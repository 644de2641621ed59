import type { Measure } from "./measure";
import { half, minus, plus } from "./rate";

const FLOWS = { part: "flows", columns: ["direction", "headcount"] } as const;
const THREE = "Three organisations that sent their joiners and leavers";
const RATE = "50 people as published; organisations that sent their joiners and leavers only";

/** The mean of opening and closing headcount: the closing one, and half of what came between the two. */
const MEAN_HEADCOUNT = [plus("headcount-with-flows"), half(plus("leavers")), half(minus("joiners"))];

const NOT_AVERAGED =
  "Formed anew at each level and never averaged: a move between two organisations of a region is a leaver of one, a joiner of the other, and both in the region.";

const count = <
  const T extends Pick<
    Measure,
    "id" | "title" | "shortTitle" | "definition" | "formula" | "polarity" | "family"
  > & { notes?: readonly string[] },
>(
  told: T,
) =>
  ({
    ...told,
    topic: "movement",
    unit: "people",
    evidence: "flows",
    minimumEvidence: THREE,
    source: FLOWS,
  }) as const;

const rate = <
  const T extends Pick<
    Measure,
    "id" | "title" | "shortTitle" | "definition" | "formula" | "polarity" | "family"
  > & { notes?: readonly string[] },
>(
  told: T,
  numerator: string,
  sub: readonly ReturnType<typeof minus>[] = [],
) =>
  ({
    ...told,
    topic: "movement",
    unit: "percent",
    evidence: "flows",
    rate: { numerator: [plus(numerator), ...sub], denominator: MEAN_HEADCOUNT, kind: "people" },
    rests: "published number of people in organisations that sent their joiners and leavers",
    minimumEvidence: RATE,
    source: FLOWS,
  }) as const;

/** Who came, who went, who moved up, and who stayed, in the twelve months to the census. */
export const MOVEMENT_MEASURES: readonly Measure[] = [
  count({
    id: "joiners",
    title: "Joiners",
    shortTitle: "Joiners",
    definition: "People who joined the service in the twelve months to the census, wherever they came from.",
    formula: "Count of joiners; transfers of a whole service are left out",
    polarity: "none",
    family: "join",
  }),
  count({
    id: "leavers",
    title: "Leavers",
    shortTitle: "Leavers",
    definition: "People who left the service in the twelve months to the census, wherever they went.",
    formula: "Count of leavers; transfers of a whole service are left out",
    polarity: "lower",
    family: "leave",
  }),
  count({
    id: "leavers-within-nhs",
    title: "Leavers to another NHS service",
    shortTitle: "Moved within the NHS",
    definition:
      "Of the leavers, those who went to another NHS organisation or to another service of their own.",
    formula: "Count of leavers whose destination is another NHS organisation or another service of their own",
    polarity: "none",
    family: "leave_nhs",
    notes: ["Not everybody who stays in the NHS stays in clinical engineering."],
  }),
  count({
    id: "movers",
    title: "Staff who moved band",
    shortTitle: "Moved band",
    definition: "People who moved to another pay band within the service in the twelve months to the census.",
    formula: "Count of movers",
    polarity: "none",
    family: "move",
    notes: [
      "Nations and regions only.",
      "By the two bands, a step of one band up is told by both; steps that few people took are merged with the next.",
    ],
  }),
  {
    ...count({
      id: "headcount-with-flows",
      title: "Headcount of organisations that sent their joiners and leavers",
      shortTitle: "Headcount, with flows",
      definition: "People in post in the organisations that sent their joiners and leavers.",
      formula: "Count of people on person lines and group lines",
      polarity: "none",
      family: "staff",
    }),
    counts: "headcount",
    base: true,
  },
  rate(
    {
      id: "leaver-rate",
      title: "Leaver rate",
      shortTitle: "Leaver rate",
      definition:
        "Leavers in the twelve months as a share of the mean of the headcount at the start and at the end.",
      formula: "Leavers ÷ (headcount + ½ leavers − ½ joiners)",
      polarity: "lower",
      family: "leave",
      notes: [
        "The headcount at the start is the one at the end with the leavers put back and the joiners taken away.",
        NOT_AVERAGED,
      ],
    },
    "leavers",
  ),
  rate(
    {
      id: "leaver-rate-outside",
      title: "Leaver rate, moves within the NHS left out",
      shortTitle: "Left the NHS",
      definition:
        "Leavers who did not go to another NHS service, as a share of the mean of the headcount at the start and at the end.",
      formula: "(Leavers − leavers to another NHS service) ÷ (headcount + ½ leavers − ½ joiners)",
      polarity: "lower",
      family: "leave",
      notes: ["The rate for a nation: moves between organisations cancel there."],
    },
    "leavers",
    [minus("leavers-within-nhs")],
  ),
  rate(
    {
      id: "joiner-rate",
      title: "Joiner rate",
      shortTitle: "Joiner rate",
      definition:
        "Joiners in the twelve months as a share of the mean of the headcount at the start and at the end.",
      formula: "Joiners ÷ (headcount + ½ leavers − ½ joiners)",
      polarity: "none",
      family: "join",
      notes: [NOT_AVERAGED],
    },
    "joiners",
  ),
  {
    id: "people-before",
    title: "People at the census before, by key",
    shortTitle: "People before",
    definition:
      "People in post at the census before, in organisations whose keys tell the same people at both censuses.",
    formula: "Count of different hashed person keys at the census before",
    unit: "people",
    polarity: "none",
    family: "bef",
    topic: "movement",
    evidence: "keys",
    base: true,
    minimumEvidence: "Three organisations with keys of both censuses",
    source: { part: "workforce", columns: ["person_key"] },
  },
  {
    id: "people-stayed",
    title: "People of the census before who are still there",
    shortTitle: "Still there",
    definition: "Of the people in post at the census before, those in post in the same organisation now.",
    formula: "Count of hashed person keys at both censuses",
    unit: "people",
    polarity: "higher",
    family: "sty",
    topic: "movement",
    evidence: "keys",
    base: true,
    minimumEvidence: "Three organisations with keys of both censuses",
    source: { part: "workforce", columns: ["person_key"] },
  },
  {
    id: "stability",
    title: "Stability",
    shortTitle: "Stability",
    definition:
      "People in post at the census before who are in post in the same organisation now, as a share of all who were.",
    formula: "People still there ÷ people at the census before, by hashed key",
    unit: "percent",
    polarity: "higher",
    family: "sty",
    topic: "movement",
    evidence: "keys",
    rate: { numerator: [plus("people-stayed")], denominator: [plus("people-before")], kind: "people" },
    rests: "published number of people with a key at the census before",
    minimumEvidence: "50 people with a key at the census before, as published; nations and regions only",
    source: { part: "workforce", columns: ["person_key"] },
    notes: [
      "Not a hundred per cent less the leaver rate: who joined and left within the year is in neither.",
    ],
  },
];
