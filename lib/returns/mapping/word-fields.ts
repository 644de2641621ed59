import type { Column, Part } from "../part";
import { type Mapping, NO_MAPPING, takesValues, withMeanings } from "./mapping";
import type { UnknownWord } from "./unknown-words";

/** What a word of the sender's may mean, to choose from. */
export type Meaning = { value: string; text: string };

const YES_OR_NO: readonly Meaning[] = [
  { value: "yes", text: "yes" },
  { value: "no", text: "no" },
];

/** What an unknown header of a part, or an unknown value of one of its columns, may mean. */
export function meaningsOf(
  part: Part,
  column: string | null,
  categories: Readonly<Record<string, string>>,
): readonly Meaning[] {
  if (column === null)
    return part.columns.map(({ name, title }) => ({ value: name, text: `${title} (${name})` }));
  const declared: Column | undefined = part.columns.find(({ name }) => name === column);
  if (!declared || !takesValues(declared)) return [];
  if (declared.type === "yes_no") return YES_OR_NO;
  if (declared.codeOf === "category")
    return Object.entries(categories).map(([value, text]) => ({ value, text }));
  return (declared.allowed ?? []).map(({ value, title }) => ({ value, text: title }));
}

/** The names of a word's two fields in a form: which word it is, and what it means. */
export const wordFields = (part: string, index: number) => ({
  word: `word-${part}-${index}`,
  means: `means-${part}-${index}`,
});

/** The fields of a form that says the meaning of one header, typed as the file has it. */
export const OWN_HEADER = { word: "ownHeader", means: "ownHeaderMeans" };

/** How a form says which word it means: its column (none for a header) and the sender's own spelling. */
export const wordValue = ({ column, theirs }: Pick<UnknownWord, "column" | "theirs">): string =>
  `${column ?? ""}|${theirs}`;

/** What a form with such fields gives a meaning to; a word without one is left as it is. */
export function mappingOfFields(fields: Readonly<Record<string, string>>): Mapping {
  const typed = fields[OWN_HEADER.word]?.trim();
  const column = fields[OWN_HEADER.means];
  let mapping: Mapping = typed && column ? { headers: { [typed]: column }, values: {} } : NO_MAPPING;
  for (const [name, word] of Object.entries(fields)) {
    if (!name.startsWith("word-")) continue;
    const means = fields[name.replace("word-", "means-")];
    if (!means) continue;
    const [column = "", ...rest] = word.split("|");
    const said = { [rest.join("|")]: means };
    mapping = withMeanings(
      mapping,
      column === "" ? { headers: said, values: {} } : { headers: {}, values: { [column]: said } },
    );
  }
  return mapping;
}
