import { PART_NAMES, type PartName } from "./part";

/** A file of a return by its name: `workforce.csv`, `devices-renal.csv`. */
export type ReturnFileName = { part: PartName; unit: string | null };

const NAME = new RegExp(`^(${PART_NAMES.join("|")})(?:-(.+))?\\.csv$`, "i");

/** The part and service unit that a file's name says; null where it says none. */
export function readReturnFileName(name: string): ReturnFileName | null {
  const found = NAME.exec(name);
  return found && { part: (found[1] as string).toLowerCase() as PartName, unit: found[2] ?? null };
}
