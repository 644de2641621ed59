import type { WorkforceRow } from "../parts/workforce";
import { safeCsvLine } from "../safe-csv";

/** Roles that national codes place in healthcare science; managers and support staff are rightly coded elsewhere. */
const CODED: ReadonlySet<string> = new Set([
  "clinical_scientist",
  "professional_engineer",
  "clinical_technologist",
  "associate",
  "trainee",
]);

/**
 * Codes of the healthcare science matrix: U, level, area. Source: NHS occupation codes, National Workforce Data Set
 * (DAPB1067); the letters of levels and areas are not judged here, only that the code is one of the matrix.
 */
const MATRIX = /^U[A-Z0-9]{2}$/;
const ANY_CODE = /^[A-Z][A-Z0-9]{2}$/;

/** Of so many coded people or more, the code that over half of them carry is what colleagues are compared with. */
const ENOUGH = 3;

export type DoubtfulCoding = {
  postRef: string | null;
  role: string;
  specialism: string;
  band: string;
  people: number;
  occupationCode: string | null;
  doubt: string;
};

const keyOf = ({ role, specialism, afc_band }: WorkforceRow) => `${role}|${specialism}|${afc_band}`;
const codeOf = ({ occupation_code }: WorkforceRow): string | null =>
  occupation_code === null ? null : occupation_code.replaceAll(/\s/g, "").toUpperCase() || null;

/**
 * People whose NHS occupation code looks doubtful, for HR to look at: none at all, no code of the healthcare science
 * matrix, or not that of most colleagues of the same role, specialism and band. Null where nobody has a code: then the
 * file says nothing of coding. Lines of budgets and vacancies are nobody.
 */
export function doubtfulCodings(rows: readonly WorkforceRow[]): DoubtfulCoding[] | null {
  const people = rows.filter(
    ({ line_type, role }) => (line_type === "person" || line_type === "group") && CODED.has(role ?? ""),
  );
  if (people.every((row) => codeOf(row) === null)) return null;
  const usual = usualCodes(people);
  return people.flatMap((row) => {
    const code = codeOf(row);
    const doubt = doubtOf(code, usual.get(keyOf(row)) ?? null);
    if (doubt === null) return [];
    return {
      postRef: row.post_ref,
      role: row.role ?? "",
      specialism: row.specialism ?? "",
      band: row.afc_band ?? "",
      people: row.headcount ?? 1,
      occupationCode: code,
      doubt,
    };
  });
}

function doubtOf(code: string | null, usual: string | null): string | null {
  if (code === null) return "No occupation code is recorded.";
  if (!ANY_CODE.test(code))
    return "This is not written as an occupation code: a letter and two more characters.";
  if (!MATRIX.test(code))
    return "This is not a code of healthcare science, whose codes begin with U, so national counts leave the post out.";
  if (usual !== null && code !== usual)
    return `Most colleagues of the same role, specialism and band have ${usual}.`;
  return null;
}

/** The code of the matrix that over half of the coded people of one kind carry, where there are enough of them. */
function usualCodes(people: readonly WorkforceRow[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of people) {
    const code = codeOf(row);
    if (code === null || !MATRIX.test(code)) continue;
    const of = counts.get(keyOf(row)) ?? new Map<string, number>();
    of.set(code, (of.get(code) ?? 0) + (row.headcount ?? 1));
    counts.set(keyOf(row), of);
  }
  const usual = new Map<string, string>();
  for (const [kind, of] of counts) {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    const [most] = [...of].sort(([, a], [, b]) => b - a);
    if (most && all >= ENOUGH && 2 * most[1] > all) usual.set(kind, most[0]);
  }
  return usual;
}

const HEADER = ["post_ref", "role", "specialism", "afc_band", "people", "occupation_code", "doubt"];

/** The list as CSV, for HR. */
export const doubtfulCodingsCsv = (codings: readonly DoubtfulCoding[]): string =>
  [
    HEADER,
    ...codings.map(({ postRef, role, specialism, band, people, occupationCode, doubt }) => [
      postRef ?? "",
      role,
      specialism,
      band,
      String(people),
      occupationCode ?? "",
      doubt,
    ]),
  ]
    .map(safeCsvLine)
    .join("");
