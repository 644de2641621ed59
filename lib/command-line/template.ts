import type { Problem } from "@/lib/result";
import { HELP_FILES, helpFile } from "@/lib/returns/help-file";
import { PARTS } from "@/lib/returns/parts";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { guideCsv, templateCsv } from "@/lib/returns/template";
import { readCategories } from "./check-context";
import { readArguments } from "./read-arguments";
import { sayProblem } from "./say";

const USAGE =
  "Use: muster template PART [--core] [--examples] [--guide] [--categories], or muster template FILE for a filled example, a list of allowed values or a description for machines: muster template --list names them.";

const OPTIONS = {
  core: { type: "boolean" },
  examples: { type: "boolean" },
  guide: { type: "boolean" },
  categories: { type: "boolean" },
  list: { type: "boolean" },
} as const;

/**
 * `muster template`: the CSV template of a part, its data dictionary, the device categories, or any file of help by its
 * name, on standard output.
 */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, OPTIONS, USAGE);
  if (!read.ok) return notUnderstood(read.problem);
  const { values, positionals } = read.value;
  if (values.list) {
    process.stdout.write(`${HELP_FILES.join("\n")}\n`);
    return 0;
  }
  if (positionals.length === 1 && HELP_FILES.includes(positionals[0] ?? ""))
    return printHelpFile(positionals[0] ?? "");
  const part = Object.values(PARTS).find(({ name }) => name === positionals[0]);
  if (!part || positionals.length > 1)
    return notUnderstood({
      code: "template-part",
      message: `${positionals[0] === undefined ? "PART is missing" : `There is no part “${positionals.join(" ")}” yet`}; it is one of ${Object.keys(PARTS).join(", ")}.`,
      mend: USAGE,
    });
  if (values.categories) {
    const categories = await readCategories();
    if (!categories.ok) return sayProblem(categories.problem);
    process.stdout.write([["code", "title"], ...categories.value].map(safeCsvLine).join(""));
    return 0;
  }
  process.stdout.write(values.guide ? guideCsv(part) : templateCsv(part, values));
  return 0;
}

async function printHelpFile(name: string): Promise<number> {
  const categories = await readCategories();
  if (!categories.ok) return sayProblem(categories.problem);
  process.stdout.write(helpFile(name, new Map(categories.value)) ?? "");
  return 0;
}

function notUnderstood(problem: Problem): 2 {
  sayProblem(problem);
  return 2;
}
