import type { Column } from "../part";
import { type CellProblem, type CellSetting, type ReadCell, unreadable } from "./cell-outcome";
import { type PersonalData, personalData } from "./personal-data";
import { shown } from "./shown";
import { tidy } from "./tidy";

const WHAT: Readonly<Record<PersonalData, string>> = {
  "personal-data-email": "holds what looks like an e-mail address",
  "personal-data-ni-number": "holds what looks like a National Insurance number",
  "personal-data-name": "holds what looks like a person's name",
  "personal-data-digits": "holds eight digits in a row, as employee numbers do",
};

/** What is wrong with a text that holds personal data; null where it holds none. */
export function personalProblem(
  { name }: Column,
  text: string,
  mode: CellSetting["freeText"],
  key: boolean,
): CellProblem | null {
  const found = personalData(text, mode, key);
  return found && { code: found, message: `${shown(text)} in ${name} ${WHAT[found]}.` };
}

/**
 * Reads a cell of numbers, dates or codes; one that cannot be read is searched for personal data, since what was typed
 * into the wrong column would be kept and shown as a wrong value. Eight digits in a row are no finding there: a date
 * without its dashes has them.
 */
export const searchedWhereUnreadable =
  (column: Column, { freeText }: CellSetting, readCell: ReadCell): ReadCell =>
  (raw) => {
    const outcome = readCell(raw);
    if (!outcome.unreadable || outcome.refusal) return outcome;
    const found = personalProblem(column, tidy(raw).text, freeText, true);
    return found ? unreadable(found, outcome.repairs) : outcome;
  };
