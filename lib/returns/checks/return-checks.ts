import { AGAINST_LAST_YEAR } from "./against-last-year";
import { DEVICES_OF_THE_RETURN } from "./devices-of-the-return";
import type { ReturnCheck, WholeReturn } from "./return-rule";
import { STAFF_OF_THE_RETURN } from "./staff-of-the-return";

const NO_WORKFORCE: ReturnCheck = {
  code: "no-workforce",
  severity: "error",
  scope: "return",
  parts: [],
  title: "The workforce part is missing",
  why: "It is the one part that every return needs; without it nothing can be said of the staff.",
  mend: "Add workforce.csv. If you employ nobody, send a nil return instead.",
  example: {
    trips: { files: [{ part: "profile", lines: [{}] }] },
    passes: { files: [{ part: "workforce", lines: [{}] }] },
  },
  find: ({ files }) =>
    files.some(({ part }) => part === "workforce")
      ? null
      : { part: "workforce", message: "The return has no workforce part." },
};

/** The checks over the parts together and against last year; a new one is an object in the file of its subject. */
export const RETURN_CHECKS: readonly ReturnCheck[] = [
  NO_WORKFORCE,
  ...STAFF_OF_THE_RETURN,
  ...DEVICES_OF_THE_RETURN,
  ...AGAINST_LAST_YEAR,
];

/** What the checks over a whole return find. One whose parts have a file that is not sound is not asked. */
export const findInReturn = (whole: WholeReturn) =>
  RETURN_CHECKS.flatMap((check) => {
    const unsound = whole.files.some(
      ({ part, verdict }) => verdict !== "accepted" && check.parts.includes(part),
    );
    const found = unsound ? null : check.find(whole);
    return found ? [{ check, ...found }] : [];
  });
