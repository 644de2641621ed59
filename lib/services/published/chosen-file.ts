import type { Reader } from "@/db/transaction";
import { formatCount } from "@/lib/format/number";
import { coverTable } from "@/lib/published/cover-table";
import { FIGURES } from "@/lib/published/figures-table";
import { MEASURES_TABLE, measureRows } from "@/lib/published/measures-table";
import { statusOf } from "@/lib/published/release-status";
import { releaseWords } from "@/lib/published/release-words";
import { type ChosenFormat, readTableChoice, tableHref } from "@/lib/published/table-choice";
import type { Cell, Table } from "@/lib/reports/table";
import { WORKBOOK_TYPE, workbookOf } from "@/lib/reports/workbook";
import type { Problem } from "@/lib/result";
import { figuresWithReasons } from "./figures-with-reasons";
import { readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";
import { CELLS_FILED, figuresOfPlan, planOf, type TablePlan } from "./table-plan";
import { type FoundFile, fileNameOf, writtenTable } from "./written-table";

export type ChosenFile = FoundFile | { kind: "refused"; status: 400 | 404; problem: Problem };

/** Of what was asked for there is none: that is another status than a question that nobody could answer. */
const THERE_IS_NONE = ["place", "release", "release-withdrawn", "measures", "by", "organisation"];

const refused = (problem: Problem): ChosenFile => ({
  kind: "refused",
  status: THERE_IS_NONE.includes(problem.code) ? 404 : 400,
  problem,
});

/** The figures of a table's address as a file: one row is one figure. */
export async function readChosenFile(segments: readonly string[], format: ChosenFormat): Promise<ChosenFile> {
  const choice = readTableChoice(segments);
  if (!choice.ok) return refused(choice.problem);
  if (choice.value === null) return refused({ code: "nothing-chosen", message: "No place is chosen." });
  const { value: asked } = choice;
  const read = await readPublished(async (db): Promise<ChosenFile> => {
    const site = await siteFacts(db);
    const plan = await planOf(db, site, asked);
    if (!plan.ok) return refused(plan.problem);
    if (plan.value.cells > CELLS_FILED)
      return refused({
        code: "too-many",
        message: `${formatCount(plan.value.cells)} cells are too many for a file of a choice, which holds ${formatCount(CELLS_FILED)}: choose less, or take a whole release at /data.`,
      });
    return fileOf(db, site, plan.value, format);
  });
  return read?.value ?? refused({ code: "release", message: "No release has been published yet." });
}

async function fileOf(
  db: Reader,
  site: SiteFacts,
  plan: TablePlan,
  format: ChosenFormat,
): Promise<FoundFile> {
  const rows: Cell[][] = [];
  for (const { release, places } of plan.parts)
    rows.push(...(await figuresWithReasons(db, release, places, await figuresOfPlan(db, plan, release))));
  const [first] = plan.parts;
  if (first === undefined) throw new Error("a plan without a release");
  const table: Table = { ...FIGURES, rows };
  const fileName = fileNameOf(first.release, ["table"], format);
  return format === "xlsx"
    ? { kind: "found", type: WORKBOOK_TYPE, fileName, body: await workbookOf(sheetsOf(site, plan, table)) }
    : { kind: "found", fileName, ...writtenTable(table, format) };
}

function sheetsOf(site: SiteFacts, plan: TablePlan, table: Table) {
  const releases = plan.parts.map(({ release }) => release);
  const [first] = releases;
  if (first === undefined) throw new Error("a plan without a release");
  return [
    {
      name: "About",
      table: coverTable(first, [
        ["Address that stays", tableHref(plan.fixed)],
        ...releases.flatMap((release): [string, string][] => [
          ["Release", releaseWords(release)],
          ["Standing when it was taken", statusOf(site.releases, release)],
        ]),
      ]),
    },
    { name: "Figures", table },
    {
      name: "Measures",
      table: {
        ...MEASURES_TABLE,
        rows: measureRows(first).filter(([, , , id]) => plan.fixed.measures.includes(String(id))),
      },
    },
  ];
}
