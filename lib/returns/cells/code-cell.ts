import { ownWord, ownWords } from "../mapping/mapping";
import type { AllowedValue, Column } from "../part";
import { spelling } from "../reading/spelling";
import { type CellSetting, type ReadCell, read, unreadable } from "./cell-outcome";
import { shown } from "./shown";
import { tidy } from "./tidy";

/** Finds the declared value that a spelling means. */
export type Spellings = ReadonlyMap<string, string>;

/** Every accepted spelling of the allowed values, in the form in which spellings are compared. */
export function spellingsOf(allowed: readonly AllowedValue[]): Spellings {
  const found = new Map<string, string>();
  for (const { value, title, spellings = [] } of allowed)
    for (const text of [value, title, ...spellings]) found.set(spelling(text), value);
  return found;
}

/** The values of a list as a mend names them. */
export const listed = (allowed: readonly AllowedValue[]): string =>
  allowed.map(({ value }) => value).join(", ");

/** Reads a code of a declared list, or a device category. */
export function codeCell(column: Column, { context }: CellSetting): ReadCell {
  const ofCategory = column.codeOf === "category";
  const allowed: readonly AllowedValue[] = ofCategory
    ? [...context.categories].map(([value, title]) => ({ value, title }))
    : (column.allowed ?? []);
  const values = new Set(allowed.map(({ value }) => value));
  const spellings = spellingsOf(allowed);
  const own = ownWords(context.mapping?.values[column.name]);
  const mend = ofCategory
    ? "Use a code of the list of device categories; “muster template devices --categories” prints it."
    : `Use one of: ${listed(allowed)}.`;
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "" || values.has(text)) return read(text === "" ? null : text, repairs);
    const mapped = own.get(ownWord(text));
    if (mapped !== undefined && values.has(mapped)) return read(mapped, [...repairs, "value-mapped"]);
    const value = spellings.get(spelling(text));
    if (value !== undefined) return read(value, [...repairs, "value-spelling"]);
    const what = ofCategory ? "a device category" : `a value of ${column.name}`;
    return unreadable({ code: "not-allowed", message: `${shown(text)} is not ${what}.`, mend }, repairs);
  };
}

/** Reads a set of codes; its members are parted by `;`, `|` or `,`. */
export function setCell(column: Column, { context }: CellSetting): ReadCell {
  const allowed = column.allowed ?? [];
  const spellings = spellingsOf(allowed);
  const values = new Set(allowed.map(({ value }) => value));
  const own = ownWords(context.mapping?.values[column.name]);
  const mappedOf = (member: string) => {
    const code = own.get(ownWord(member));
    return code !== undefined && values.has(code) ? code : undefined;
  };
  return (raw) => {
    const { text, repairs: edges } = tidy(raw);
    if (text === "") return read(null, edges);
    const repairs = [...edges];
    if (/[|,]/.test(text)) repairs.push("set-form");
    const members = new Set<string>();
    let respelled = false;
    let mapped = false;
    for (const part of text.split(/[;|,]/)) {
      const member = part.trim();
      if (member === "") continue;
      const ofOwn = values.has(member) ? undefined : mappedOf(member);
      const value = values.has(member) ? member : (ofOwn ?? spellings.get(spelling(member)));
      if (value === undefined)
        return unreadable({
          code: "not-allowed",
          message: `${shown(member)} is not a value of ${column.name}.`,
          mend: `Use one or more of: ${listed(allowed)}; part them with semicolons.`,
        });
      mapped ||= ofOwn !== undefined;
      respelled ||= value !== member && ofOwn === undefined;
      members.add(value);
    }
    if (respelled) repairs.push("value-spelling");
    if (mapped) repairs.push("value-mapped");
    return read([...members], repairs);
  };
}

const YES = new Set(["yes", "y", "1", "true"]);
const NO = new Set(["no", "n", "0", "false"]);

/** Reads yes or no, as `Yes/Y/1/TRUE` and `No/N/0/FALSE`. */
export function yesNoCell(column: Column, { context }: CellSetting): ReadCell {
  const own = ownWords(context.mapping?.values[column.name]);
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "") return read(null, repairs);
    const word = text.toLowerCase();
    const mapped = own.get(ownWord(text));
    if (mapped !== undefined && word !== "yes" && word !== "no")
      return read(mapped === "yes", [...repairs, "value-mapped"]);
    const value = YES.has(word) ? true : NO.has(word) ? false : null;
    if (value === null)
      return unreadable(
        { code: "not-yes-or-no", message: `${shown(text)} in ${column.name} is neither yes nor no.` },
        repairs,
      );
    return read(value, text === "yes" || text === "no" ? repairs : [...repairs, "value-spelling"]);
  };
}
