/** Why a whole file is refused; nothing of it is stored. */
export type Refusal = { code: RefusalCode; message: string; mend: string };

type Details = Readonly<Record<string, string | number>>;
type Wording = { title: string; says: (details: Details) => string; mend: string };

const SAVE_AS_CSV =
  "Open it in the program that made it, choose “Save as”, then “CSV UTF-8 (comma delimited)”, and send that file.";

const REFUSALS = {
  "file-is-xlsx": {
    title: "An Excel workbook",
    says: () => "This is an Excel workbook (XLSX or a like format), not a CSV file, whatever its name says.",
    mend: SAVE_AS_CSV,
  },
  "file-is-xls": {
    title: "An old Excel workbook",
    says: () =>
      "This is an old Excel workbook (XLS) or another Office document, not a CSV file, whatever its name says.",
    mend: SAVE_AS_CSV,
  },
  "file-is-html": {
    title: "A web page",
    says: () =>
      "This is a web page (HTML), not a CSV file; some systems export one under the name of a spreadsheet.",
    mend: `Or export again and choose CSV. ${SAVE_AS_CSV}`,
  },
  "file-is-xml": {
    title: "An XML file",
    says: () => "This is an XML file, not a CSV file, whatever its name says.",
    mend: SAVE_AS_CSV,
  },
  "file-is-pdf": {
    title: "A PDF",
    says: () => "This is a PDF, not a CSV file, whatever its name says.",
    mend: "Export the figures as CSV from the system that made the PDF.",
  },
  "file-is-zip": {
    title: "A ZIP archive",
    says: () => "This is a ZIP archive, not a CSV file, whatever its name says.",
    mend: "Unpack it and send the CSV file that is inside.",
  },
  "empty-file": {
    title: "An empty file",
    says: () => "The file is empty.",
    mend: "Export it again, and look at it before you send it.",
  },
  "header-only": {
    title: "A header without rows",
    says: () => "The file has a header but no rows under it.",
    mend: "Add your rows under the header. If you employ nobody, send a nil return instead.",
  },
  "no-header": {
    title: "No header",
    says: ({ part }) => `No line of the first 20 holds the column names of a ${part} file.`,
    mend: "Put the column names of the template in the first line, above the rows.",
  },
  "control-characters": {
    title: "Control characters",
    says: ({ character, line }) =>
      `Line ${line} holds a control character (${character}), which no CSV text has${character === "U+0000" ? "; the file may be UTF-16 without its mark, or damaged" : ""}.`,
    mend: "Export the file again as CSV UTF-8; if the character stands in a cell, delete it there.",
  },
  undecodable: {
    title: "Bytes that are no text",
    says: ({ encoding, line }) => `From line ${line} on, the file holds bytes that are not ${encoding} text.`,
    mend: "Export the file again as CSV UTF-8.",
  },
  "record-too-long": {
    title: "A record over 1 MiB",
    says: ({ line }) =>
      `The record that starts on line ${line} is longer than 1 MiB; a quote that is never closed does this.`,
    mend: "Look for a stray quotation mark on that line and close or remove it.",
  },
  "too-many-rows": {
    title: "More than 5,000,000 rows",
    says: () => "The file has more than 5,000,000 rows.",
    mend: "Send one organisation and one twelve months only, or sum the rows first.",
  },
  "another-organisation": {
    title: "Another organisation's file",
    says: ({ value, name, organisation, line }) =>
      `Line ${line} has the organisation code “${value}”, which is ${name}; this return is for ${organisation}.`,
    mend: "Send the file as that organisation, or take the other organisation's rows out. Staff or devices of one that you serve keep your code here and theirs in the employer or owner column.",
  },
  "raw-person-key": {
    title: "A raw person key",
    says: ({ line }) =>
      `Line ${line} has a person key that has not been hashed. Raw keys are not taken here, and nothing was kept.`,
    mend: "Leave person_key empty and send the file again: no other column depends on it. To keep it, put in hashed keys: `muster check --key-file KEY --rows OUT.json` writes them into OUT.json on your own machine.",
  },
} as const satisfies Record<string, Wording>;

export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

/** The short name of a refusal, for lists. */
export const refusalTitle = (code: RefusalCode): string => REFUSALS[code].title;

/** A refusal in words, with the details that its sentence shows. */
export function refusal(code: RefusalCode, details: Details = {}): Refusal {
  const { says, mend }: Wording = REFUSALS[code];
  return { code, message: says(details), mend };
}
