import { checkFile, type FileSource } from "../check-file";
import type { Row } from "../part";
import { WORKFORCE } from "../parts/workforce";
import type { CheckContext, Report } from "../report";
import { createPeopleAsGroups } from "./people-as-groups";
import { rowsAsCsv } from "./rows-as-csv";

/** A workforce file whose people stand in groups. */
export type GroupedFile = {
  csv: string;
  rows: readonly Row[];
  peopleLines: number;
  groups: number;
  /** What the checks say of it; they must say it anew, since its lines are others. */
  report: Report;
};

/** Writes a workforce file with group lines in place of people; null where the file has errors or cannot be read. */
export async function groupFile(source: FileSource, context: CheckContext): Promise<GroupedFile | null> {
  const people = createPeopleAsGroups();
  const read = await checkFile({ part: "workforce", source, context, keepOfARule: 0, onRow: people.take });
  if (read.verdict !== "accepted") return null;
  const grouped = people.end();
  const csv = [...rowsAsCsv(WORKFORCE, grouped.rows)].join("");
  const report = await checkFile({ part: "workforce", source: new TextEncoder().encode(csv), context });
  return { csv, ...grouped, report };
}
