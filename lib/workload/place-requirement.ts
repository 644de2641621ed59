import { exactly, less, sum, type ValueRange } from "@/lib/statistics/value-range";
import { answerStatement, gapStatement } from "./answer-statements";
import { DEVICE_ACTIVITIES } from "./device-work";
import { ILLUSTRATIVE_LIMIT, illustrativeShare } from "./illustrative-share";
import { total } from "./like-with-like";
import type { Requirement } from "./requirement";
import type { Statement } from "./wording";

/** The requirements of a place's services together. Every number but the shares adds up over services. */
export type PlaceRequirement = {
  services: number;
  /** Services of which something is counted; the rest have no requirement, which is not nought. */
  counted: number;
  required: ValueRange | null;
  requiredAt37_5Hours: ValueRange | null;
  hours: number;
  /** Hours on devices, for standard hours per WTE. */
  deviceHours: number;
  illustrativeShare: number | null;
  answerIsInterval: boolean;
  /** Over the services and specialisms that are compared; null where none is. */
  gap: { required: ValueRange; inPost: number; gap: ValueRange } | null;
  /** WTE in post of all services that sent a workforce; null where none did. */
  inPost: number | null;
  coverage: number | null;
  statements: Statement[];
};

const ON_DEVICES = new Set<string>(DEVICE_ACTIVITIES.map(({ value }) => value));

/** Sums the requirements of the services of a place; which of it may be shown is for disclosure to say. */
export function placeRequirement(services: readonly Requirement[]): PlaceRequirement {
  const lines = services.flatMap((service) => service.lines);
  const hours = (kept: typeof lines) => kept.reduce((all, line) => all + line.hours, 0);
  const required = summed(services.map((service) => service.required));
  const share = illustrativeShare(lines);
  const answerIsInterval = share !== null && share > ILLUSTRATIVE_LIMIT;
  const staff = services.flatMap((service) => service.staff ?? []);
  const inPost = staff.length === 0 ? null : total(staff.map((each) => each.inPost));
  const gaps = staff.flatMap((each) => each.gap ?? []);
  const compared = total(gaps.map((each) => each.inPost));
  const asked = summed(gaps.map((each) => each.required));
  const gap = asked && { required: asked, inPost: compared, gap: less(asked, compared) };
  const coverage = inPost === null || inPost === 0 ? null : compared / inPost;
  return {
    services: services.length,
    counted: services.filter((service) => service.required !== null).length,
    required,
    requiredAt37_5Hours: summed(services.map((service) => service.requiredAt37_5Hours)),
    hours: hours(lines),
    deviceHours: hours(lines.filter(({ activity }) => ON_DEVICES.has(activity))),
    illustrativeShare: share,
    answerIsInterval,
    gap,
    inPost,
    coverage,
    statements: [
      answerStatement({ required, answerIsInterval, illustrativeShare: share }),
      ...(gap ? [gapStatement(gap, coverage, answerIsInterval)] : []),
    ],
  };
}

/** The sum of those that are known; null where none is. */
function summed(intervals: readonly (ValueRange | null)[]): ValueRange | null {
  const known = intervals.filter((each) => each !== null).sort((a, b) => a.value - b.value);
  return known.length === 0 ? null : known.reduce((all, each) => sum([all, each]), exactly(0));
}
