import { breakdownId } from "./breakdown-chart";
import { POSTS_OVER_TIME } from "./series-chart";

/** A section of a place's page: what it is about, and its charts by the segment of their address. */
export type PlaceSection = { id: string; title: string; charts: readonly string[] };

/** The sections of a place's page, in order. */
export const PLACE_SECTIONS: readonly PlaceSection[] = [
  { id: "posts", title: "Posts and vacancies", charts: [POSTS_OVER_TIME, "vacancy-rate"] },
  { id: "age", title: "Age", charts: [breakdownId("headcount", "age"), "share-55-and-over"] },
  {
    id: "work",
    title: "Roles, pay bands and specialisms",
    charts: ["role", "band", "specialism", "specialism4"].map((dimension) =>
      breakdownId("headcount", dimension),
    ),
  },
  {
    id: "devices",
    title: "Devices and planned maintenance",
    charts: ["planned-maintenance-on-time", breakdownId("devices", "risk_class")],
  },
];

/** The charts of a place's main page, which a release stores drawn; others are drawn when they are asked for. */
export const MAIN_CHARTS: readonly string[] = PLACE_SECTIONS.flatMap(({ charts }) => charts);
