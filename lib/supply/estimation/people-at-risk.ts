import { groupOf } from "../groups";

/** One line of a return's workforce part, by its declared names, as far as estimates need it. */
export type PersonLine = {
  organisation_code: string | null;
  line_type: string | null;
  post_ref: string | null;
  person_key: string | null;
  role: string | null;
  afc_band: string | null;
  age_band: string | null;
  headcount: number | null;
  in_post_wte: number | null;
  vacancy_state: string | null;
  contract_type?: string | null;
  covers_post_ref?: string | null;
};

export type PeopleAtRisk = { organisation: string; group: number; ageBand: string; heads: number };

/** Programmes empty their posts by completion, and fixed terms by their end: neither is a hazard of the model's. */
export const isAtRisk = ({ role, contract_type, covers_post_ref }: PersonLine): boolean =>
  role !== "trainee" && contract_type !== "trainee" && contract_type !== "fixed_term" && !covers_post_ref;

/** The people of workforce lines, each once: somebody with a key on several lines is on the one with most WTE. */
export function peopleAtRisk(lines: readonly PersonLine[]): PeopleAtRisk[] {
  const main = new Map<string, PersonLine>();
  const all: PersonLine[] = [];
  for (const line of lines) {
    if (line.line_type === "group" || (line.line_type === "person" && line.person_key === null))
      all.push(line);
    if (line.line_type !== "person" || line.person_key === null) continue;
    const key = `${line.organisation_code}|${line.person_key}`;
    const other = main.get(key);
    if (other === undefined || (line.in_post_wte ?? 0) > (other.in_post_wte ?? 0)) main.set(key, line);
  }
  return [...all, ...main.values()].flatMap((line) =>
    line.organisation_code === null || line.role === null || !isAtRisk(line)
      ? []
      : {
          organisation: line.organisation_code,
          group: groupOf(line.role, line.afc_band ?? ""),
          ageBand: line.age_band ?? "unknown",
          heads: line.line_type === "group" ? (line.headcount ?? 0) : 1,
        },
  );
}
