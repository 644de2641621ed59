import { breakdownId } from "./breakdown-chart";
import { type PlaceSection, totals } from "./place-sections";
import { seriesId } from "./series-chart";

/** A page of a place on one subject, for which its main page has no room. */
export type PlaceSubject = {
  /** The segment of its address. */
  id: string;
  title: string;
  /** What it answers, in one sentence. */
  says: string;
  sections: readonly PlaceSection[];
};

const LADDER = "band";
/** From here up a post leads a department or more. */
const UPPER_RUNGS = ["8c", "8d_9"];

export const PLACE_SUBJECTS: readonly PlaceSubject[] = [
  {
    id: "pathways",
    title: "Career pathways",
    says: "How many stand on each rung of the ladder, who moves up, and who is in training.",
    sections: [
      {
        id: "ladder",
        title: "The ladder, by pay band",
        figures: [],
        restsOn: "headcount",
        charts: [breakdownId("headcount", LADDER)],
        folded: [breakdownId("headcount", "role")],
      },
      {
        id: "top",
        title: "At the top of the ladder",
        figures: UPPER_RUNGS.map((rung) => ({ measure: "headcount", dimension: LADDER, rung })),
        charts: [],
        otherwise:
          "Band 8c and above cannot be told apart from those it stands with: a band of fewer than 50 people in the United Kingdom is merged with its neighbour, for every place.",
      },
      {
        id: "promotion",
        title: "Moving up",
        figures: totals("movers", "stability"),
        charts: [breakdownId("movers", "step")],
        folded: [seriesId("movers")],
        otherwise:
          "From band to band nothing is shown: a step that fewer than 50 people took in the United Kingdom is merged with the next, and no two steps would be left.",
      },
      {
        id: "training",
        title: "In training",
        figures: totals("trainees", "trainee-share"),
        charts: [breakdownId("trainees", "programme"), breakdownId("trainees", "funding")],
        folded: [seriesId("trainees")],
        otherwise:
          "By programme and by funding nothing is shown: a kind with fewer than 50 trainees in the United Kingdom is merged with others, and no two kinds would be left.",
      },
      {
        id: "arriving",
        title: "Joining and leaving",
        figures: totals("joiner-rate", "leaver-rate", "leaver-rate-outside"),
        charts: [],
      },
    ],
  },
  {
    id: "recognition",
    title: "Recognition",
    says: "How many are on a professional register, how many could be, and where clinical engineering is heard.",
    sections: [
      {
        id: "registers",
        title: "On a professional register",
        figures: totals("registered", "eligible-not-registered", "eligible-not-registered-share"),
        charts: [breakdownId("headcount", "register")],
        folded: [seriesId("registered")],
      },
      {
        id: "beside",
        title: "Beside other places",
        figures: [],
        charts: ["registered"],
        restsOn: "registered",
      },
      {
        id: "boards",
        title: "Seats on boards",
        figures: [],
        charts: [breakdownId("boards-sat-on", "seat")],
        only: "boards-sat-on",
      },
      {
        id: "reports-to",
        title: "To whom the head of service reports",
        figures: [],
        charts: [breakdownId("reporting-line", "reports_to")],
        only: "reporting-line",
      },
      {
        id: "accreditation",
        title: "Accreditation of services",
        figures: [],
        charts: [breakdownId("accreditation", "standard")],
        only: "accreditation",
      },
    ],
  },
];

/** The subject of an address segment; undefined: addresses come from outside. */
export const subjectById = (id: string): PlaceSubject | undefined =>
  PLACE_SUBJECTS.find((subject) => subject.id === id);
