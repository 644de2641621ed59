import { AVAILABILITY_MEASURES } from "./availability-measures";
import { DEVICE_MEASURES } from "./device-measures";
import type { Measure } from "./measure";
import { MOVEMENT_MEASURES } from "./movement-measures";
import { isSaid, type OwnValue } from "./own-values";
import { POST_MEASURES, VACANCY_RATES } from "./post-measures";
import { REGISTRATION_MEASURES } from "./registration-measures";
import { SERVICE_MEASURES } from "./service-measures";
import { STAFF_MEASURES } from "./staff-measures";
import { TRAINING_MEASURES } from "./training-measures";
import { WORKLOAD_MEASURES } from "./workload-measures";

/** The measures of an organisation's own files, under what they are about, in the order in which they are read. */
export const OWN_TOPICS: readonly { id: string; title: string; measures: readonly Measure[] }[] = [
  { id: "posts", title: "Posts and vacancies", measures: [...POST_MEASURES, ...VACANCY_RATES] },
  { id: "people", title: "People in post", measures: [...STAFF_MEASURES, ...AVAILABILITY_MEASURES] },
  {
    id: "registration",
    title: "Registration and training",
    measures: [...REGISTRATION_MEASURES, ...TRAINING_MEASURES],
  },
  { id: "movement", title: "Joining, leaving and staying", measures: MOVEMENT_MEASURES },
  { id: "devices", title: "Devices and the work on them", measures: DEVICE_MEASURES },
  { id: "work", title: "Requirement", measures: WORKLOAD_MEASURES },
  { id: "service", title: "How the service is run", measures: SERVICE_MEASURES },
];

/** What would make measures known that are not: a part that was not sent, or columns of one that was. */
export type Unlock = {
  part: Measure["source"]["part"];
  /** Null: the whole part is missing. */
  columns: readonly string[] | null;
  /** Titles of what it unlocks. */
  measures: string[];
};

/** The part that says the same in another form. */
const INSTEAD: Readonly<Record<string, string>> = { devices: "assets" };

/** Of the measures of which nothing is said: which part or column would say it, each once. */
export function unlocksOf(values: readonly OwnValue[], sent: ReadonlySet<string>): Unlock[] {
  const unlocks = new Map<string, Unlock>();
  for (const { measure } of values.filter((value) => !isSaid(value))) {
    const { part, columns } = measure.source;
    const there = sent.has(part) || sent.has(INSTEAD[part] ?? "");
    const key = there ? `${part}:${columns.join()}` : part;
    const unlock = unlocks.get(key) ?? { part, columns: there ? columns : null, measures: [] };
    if (!unlock.measures.includes(measure.title)) unlock.measures.push(measure.title);
    unlocks.set(key, unlock);
  }
  return [...unlocks.values()];
}
