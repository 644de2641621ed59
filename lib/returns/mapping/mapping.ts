import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";
import type { Column } from "../part";
import { PARTS } from "../parts";
import { spelling } from "../reading/spelling";

/**
 * What an organisation's own words mean: its headers as declared columns, and its values of code columns as declared
 * codes. A header counts in every part that has the column.
 */
export type Mapping = {
  headers: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export const NO_MAPPING: Mapping = { headers: {}, values: {} };

/** The form of the file that `muster check --mapping` reads and the mapping page gives and takes. */
const VERSION = 1;

/** The form in which own words are compared: as headers and values are; what is signs alone stands for itself. */
export const ownWord = (text: string): string => spelling(text) || text.trim();

/** Own words with what they mean, ready to be looked up by `ownWord`. */
export const ownWords = (meant: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(Object.entries(meant).map(([theirs, ours]) => [ownWord(theirs), ours]));

const ALL_COLUMNS: readonly Column[] = Object.values(PARTS).flatMap(
  (part): readonly Column[] => part.columns,
);

/** Whether values of a column can be mapped: those of a declared list, of the device categories, and yes or no. */
export const takesValues = ({ allowed, codeOf, type }: Column): boolean =>
  allowed !== undefined || codeOf === "category" || type === "yes_no";

const CATEGORY = /^[a-z0-9_]{1,80}$/;

const isCodeOf = (column: Column, code: string): boolean =>
  column.codeOf === "category"
    ? CATEGORY.test(code)
    : column.type === "yes_no"
      ? code === "yes" || code === "no"
      : (column.allowed?.some(({ value }) => value === code) ?? false);

/** Puts further words beside those that are there; the same word again takes the new meaning. */
export function withMeanings(mapping: Mapping, more: Mapping): Mapping {
  const values: Record<string, Record<string, string>> = {};
  for (const [column, meant] of [...Object.entries(mapping.values), ...Object.entries(more.values)])
    values[column] = joined(values[column] ?? {}, meant);
  return { headers: joined(mapping.headers, more.headers), values };
}

function joined(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) {
  const again = new Set(Object.keys(other).map(ownWord));
  const kept = Object.entries(one).filter(([theirs]) => !again.has(ownWord(theirs)));
  return Object.fromEntries([...kept, ...Object.entries(other)]);
}

/** Whether two mappings say the same. */
export const sameMapping = (one: Mapping, other: Mapping): boolean => mappingText(one) === mappingText(other);

/** The mapping as a file: JSON, its words in order. */
export function mappingText({ headers, values }: Mapping): string {
  const inOrder = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const inside = Object.entries(values)
    .filter(([, meant]) => Object.keys(meant).length > 0)
    .map(([column, meant]) => [column, inOrder(meant)] as const);
  const written = {
    muster_mapping: VERSION,
    headers: inOrder(headers),
    values: inOrder(Object.fromEntries(inside)),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

const wrong = (message: string) =>
  fail("mapping", message, "Take a mapping file as Muster gives it, and change only the words in it.");

/** Reads the text of a mapping file, and holds its columns and codes to the declared ones. */
export function readMapping(text: string): Result<Mapping> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return wrong("The mapping is no JSON.");
  }
  if (!isRecord(given) || given.muster_mapping !== VERSION)
    return wrong(`The mapping does not begin with "muster_mapping": ${VERSION}.`);
  const { headers = {}, values = {} } = given;
  if (!isRecord(headers) || !isRecord(values))
    return wrong("The mapping's headers or values are no list of words.");
  const problem =
    wordsProblem("headers", headers) ??
    Object.values(headers).map(columnProblem).find(Boolean) ??
    Object.entries(values)
      .map(([column, meant]) => valuesProblem(column, meant))
      .find(Boolean);
  return problem ? wrong(problem) : ok({ headers, values } as Mapping);
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === "object" && given !== null && !Array.isArray(given);

const LONGEST = 200;
/** What no text of a database or a file holds: control characters but the ends of lines, and halves of letters. */
const NO_TEXT = /[^\P{Cc}\n\r\t]|\p{Cs}/u;
const MOST = 2000;

function wordsProblem(where: string, words: Record<string, unknown>): string | null {
  const seen = new Set<string>();
  for (const [theirs, ours] of Object.entries(words)) {
    const word = ownWord(theirs);
    if (typeof ours !== "string") return `What “${theirs}” means in ${where} is no text.`;
    if (NO_TEXT.test(theirs))
      return `“${withoutControls(theirs)
        .replace(/\p{Cs}/gu, "")
        .slice(0, 40)}” in ${where} holds a character that no text has.`;
    if (word === "" || theirs.length > LONGEST)
      return `“${theirs.slice(0, 40)}” in ${where} is empty or too long.`;
    if (seen.has(word)) return `“${theirs}” stands in ${where} twice, in two spellings.`;
    seen.add(word);
  }
  return seen.size > MOST ? `There are more than ${MOST} words in ${where}.` : null;
}

const columnProblem = (name: unknown): string | null =>
  ALL_COLUMNS.some((column) => column.name === name) ? null : `“${String(name)}” is no declared column.`;

function valuesProblem(name: string, meant: unknown): string | null {
  const columns = ALL_COLUMNS.filter((column) => column.name === name && takesValues(column));
  if (columns.length === 0) return `“${name}” is no column whose values can be mapped.`;
  if (!isRecord(meant)) return `The values of ${name} are no list of words.`;
  const words = wordsProblem(`values of ${name}`, meant);
  if (words) return words;
  const strange = Object.values(meant).find(
    (code) => !columns.some((column) => isCodeOf(column, code as string)),
  );
  return strange === undefined ? null : `“${String(strange)}” is no value of ${name}.`;
}
