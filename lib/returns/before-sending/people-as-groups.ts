import type { CellValue, Row } from "../part";
import { WORKFORCE } from "../parts/workforce";

/** What tells one person from another, and is not sent with a group. */
const OF_ONE_PERSON = new Set(["post_ref", "person_key", "covers_post_ref"]);
/** What a group sums. */
const SUMMED = ["establishment_wte", "in_post_wte", "headcount", "temporary_cover_wte"] as const;

/** WTE is kept to five decimals, so sums are made of whole hundred-thousandths. */
const EXACT = 100_000;

const FACTS = WORKFORCE.columns
  .map(({ name }) => name)
  .filter(
    (name) =>
      !OF_ONE_PERSON.has(name) && !(SUMMED as readonly string[]).includes(name) && name !== "line_type",
  );

type Group = { row: Record<string, CellValue>; sums: Map<string, number> };

export type PeopleAsGroups = {
  take: (row: Row) => void;
  /** The lines in the order in which each was first met, with what was counted. */
  end: () => { rows: Row[]; peopleLines: number; groups: number };
};

/**
 * Makes of a workforce file's person and group lines one group line for all that are equal in every fact but post and
 * person keys, with their WTE and headcount summed. A figure that some of them lack is not summed with those that have
 * it, since missing is not zero. Budget and vacancy lines stay as they are.
 */
export function createPeopleAsGroups(): PeopleAsGroups {
  const groups = new Map<string, Group>();
  const lines: (Group | Row)[] = [];
  let peopleLines = 0;

  return {
    take(row) {
      if (row.line_type !== "person" && row.line_type !== "group") {
        lines.push({ ...row });
        return;
      }
      peopleLines++;
      const people = { ...row, headcount: row.headcount ?? (row.line_type === "person" ? 1 : null) } as Row;
      const has = SUMMED.map((name) => typeof people[name] === "number");
      const key = JSON.stringify([FACTS.map((name) => people[name] ?? null), has]);
      let group = groups.get(key);
      if (!group) {
        group = { row: { ...people, line_type: "group" }, sums: new Map() };
        for (const name of OF_ONE_PERSON) group.row[name] = null;
        groups.set(key, group);
        lines.push(group);
      }
      for (const name of SUMMED) {
        const value = people[name];
        if (typeof value === "number")
          group.sums.set(name, (group.sums.get(name) ?? 0) + Math.round(value * EXACT));
      }
    },
    end() {
      const rows = lines.map((line): Row => {
        if (!isGroup(line)) return line;
        for (const [name, sum] of line.sums) line.row[name] = sum / EXACT;
        return line.row;
      });
      return { rows, peopleLines, groups: groups.size };
    },
  };
}

const isGroup = (line: Group | Row): line is Group => "sums" in line;
