import type { PartName } from "@/lib/returns/part";
import type { Repair } from "@/lib/returns/report";
import { readReturnFileName } from "@/lib/returns/return-file";
import { mayGo, mustBeMended } from "./checked/file-to-send";
import type { ChosenFile } from "./checked/use-checked-files";

/** The files that leave once Send is pressed. */
export const goingOf = (files: readonly ChosenFile[]): ChosenFile[] =>
  files.filter((one) => mayGo(one) && !mustBeMended(one));

/** The part that a file is: as it was recognised, as its field or its name says. */
export const partOf = ({ judged, field, file }: ChosenFile): PartName =>
  judged?.part ?? field ?? readReturnFileName(file.name)?.part ?? "workforce";

/** The profile says whom the other files may speak for, so it goes before them. */
export const profileFirst = (files: readonly ChosenFile[]): ChosenFile[] =>
  [...files].sort((a, b) => Number(partOf(b) === "profile") - Number(partOf(a) === "profile"));

/** Every repair of files, each with the part that it was made in. */
export const repairsOf = (files: readonly ChosenFile[]): (Repair & { part: PartName })[] =>
  files.flatMap((one) =>
    (one.judged?.report.repairs ?? []).map((repair) => ({ ...repair, part: partOf(one) })),
  );

/** Those to agree to: keys have a place of their own on the page, where more is said of them. */
export const repairsToAgree = (files: readonly ChosenFile[]) =>
  repairsOf(files).filter(({ code }) => !code.startsWith("keys-hashed"));

/** What pressing the button does, in words. */
export function sendWords(going: readonly ChosenFile[]): string {
  const [only] = going;
  if (!only) return "Upload";
  const errors = going.filter(({ judged }) => judged?.report.verdict === "errors").length;
  const what = going.length === 1 ? only.file.name : `${going.length} files`;
  if (errors === 0) return `Send ${what}`;
  return going.length === 1 ? `Send ${what} with its errors` : `Send ${what}, ${errors} with errors`;
}
