import { parseArgs } from "node:util";
import { PARTS } from "@/lib/returns/parts";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import { guideCsv, templateCsv } from "@/lib/returns/template";
import { readCategories } from "./check-context";
import { say, sayProblem } from "./say";

const USAGE = "Use: muster template PART [--core] [--examples] [--guide] [--categories]";

/** `muster template`: the CSV template of a part, its data dictionary, or the device categories, on standard output. */
export async function run(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return notUnderstood((error as Error).message);
  }
  const { values, positionals } = parsed;
  const part = Object.values(PARTS).find(({ name }) => name === positionals[0]);
  if (!part || positionals.length > 1)
    return notUnderstood(
      `${positionals[0] === undefined ? "PART is missing" : `There is no part “${positionals.join(" ")}” yet`}; it is one of ${Object.keys(PARTS).join(", ")}.`,
    );
  if (values.categories) {
    const categories = await readCategories();
    if (!categories.ok) return sayProblem(categories.problem);
    process.stdout.write([["code", "title"], ...categories.value].map(safeCsvLine).join(""));
    return 0;
  }
  process.stdout.write(values.guide ? guideCsv(part) : templateCsv(part, values));
  return 0;
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      core: { type: "boolean" },
      examples: { type: "boolean" },
      guide: { type: "boolean" },
      categories: { type: "boolean" },
    },
  });

function notUnderstood(message: string): 2 {
  say(`${message} ${USAGE}`);
  return 2;
}
