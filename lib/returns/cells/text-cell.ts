import type { Column } from "../part";
import { isHashedPersonKey } from "../person-key";
import { refusal } from "../refusals";
import type { RepairCode } from "../repairs";
import { type CellProblem, type CellSetting, type ReadCell, read, unreadable } from "./cell-outcome";
import { personalProblem } from "./personal-problem";
import { shown } from "./shown";
import { tidy } from "./tidy";

const FORMULA = /^[=+\-@\t\r]/;

/** Reads words or a local key: searched for personal data, held to its length, harmless as a formula. */
export function textCell(column: Column, { freeText }: CellSetting): ReadCell {
  const { maxLength = 1000, key = false } = column;
  return (raw) => {
    const { text, repairs: edges } = tidy(raw);
    if (text === "") return read(null, edges);
    const repairs: RepairCode[] = FORMULA.test(text) ? [...edges, "formula-text"] : edges;
    const found = personalProblem(column, text, freeText, key);
    if (found) return unreadable(found, repairs);
    return read(text, repairs, text.length > maxLength ? tooLong(column, text, maxLength) : null);
  };
}

const tooLong = (column: Column, text: string, maxLength: number): CellProblem => ({
  code: "too-long",
  message: `${shown(text)} in ${column.name} has ${text.length} characters; at most ${maxLength} are taken.`,
});

/** Reads a person key, which never goes on raw: hashed here, or refused where it should have come hashed. */
export function personKeyCell(column: Column, setting: CellSetting): ReadCell {
  const text = textCell(column, setting);
  const { personKeys } = setting.context;
  const repair =
    personKeys !== "refuse-raw" && personKeys.forThisRun ? "keys-hashed-for-the-run" : "keys-hashed";
  return (raw) => {
    const outcome = text(raw);
    const { value } = outcome;
    if (typeof value !== "string" || isHashedPersonKey(value)) return outcome;
    const { hashPersonKey } = setting;
    if (!hashPersonKey)
      return {
        ...unreadable({ code: "required", message: "" }),
        refusal: (line) => refusal("raw-person-key", { line }),
      };
    // However long it is: what is kept is its hash, and a raw one is refused there before its length is looked at.
    return read(hashPersonKey(value), [...outcome.repairs, repair]);
  };
}
