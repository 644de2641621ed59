import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fail, ok, type Result } from "@/lib/result";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { NATION_CENSUSES, NATION_SEED } from "@/lib/sample/nation/life";
import { nation } from "@/lib/sample/nation/nation";
import { nationFolder } from "@/lib/sample/nation/nation-folder";
import { nationOrganisations } from "@/lib/sample/nation/organisations";
import { nationSizes } from "@/lib/sample/nation/sizes";
import { projectDirectory } from "./project-directory";
import { readArguments } from "./read-arguments";
import { say, sayProblem } from "./say";

type Options = { out: string; organisations: number; collections: number; seed: number; messy: boolean };

/** How many organisations the sample nation has, whatever the seed. */
const LARGEST_SAMPLE = nationOrganisations(NATION_SEED).length;

/** `muster sample`: writes the synthetic nation's files into a new or empty folder. */
export async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    sayProblem(options.problem);
    return 2;
  }
  const { out, seed, organisations, collections, messy } = options.value;

  const folder = resolve(out);
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => error);
  if (Array.isArray(there) ? there.length > 0 : there.code !== "ENOENT") {
    const why = Array.isArray(there) ? "is not empty" : `cannot be read (${there.code})`;
    return sayProblem({
      code: "sample-folder",
      message: `The folder ${folder} ${why}.`,
      mend: "Give --out a new or an empty folder.",
    });
  }
  const categories = await readFile(join(projectDirectory(), "data/reference/categories.csv"), "utf8");
  const facts = readCategoryFacts(categories);
  if (!facts.ok) return sayProblem(facts.problem);

  let written = 0;
  const made = nation({ categories: facts.value, seed, organisations, collections, messy });
  try {
    for (const { path, content } of nationFolder(made)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      written += 1;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return sayProblem({
      code: "sample-folder",
      message: `The files could not be written: ${message}.`,
      mend: "Give a folder on a disk with room that you may write to.",
    });
  }
  say(
    `${written} files of synthetic data in ${folder}, seed ${seed}${messy ? ", some of them spoilt (see spoilt.csv)" : ""}.`,
  );
  for (const line of nationSizes(made)) say(line);
  return 0;
}

/** The options, within what the sample holds; a wrong one fails with a sentence. */
function readOptions(args: string[]): Result<Options> {
  const usage = "Use: muster sample --out DIR [--organisations N] [--collections N] [--seed S] [--messy]";
  const read = readArguments(
    args,
    {
      out: { type: "string" },
      organisations: { type: "string" },
      collections: { type: "string" },
      seed: { type: "string" },
      messy: { type: "boolean" },
    },
    usage,
  );
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (positionals.length > 0)
    return fail("sample-arguments", `The sample takes no “${positionals.join(" ")}”.`, usage);
  if (typeof values.out !== "string" || values.out === "") {
    return fail("sample-out", "--out is missing: there is no folder to write to.", usage);
  }
  const organisations = wholeNumber(values.organisations, "organisations", 1, LARGEST_SAMPLE, LARGEST_SAMPLE);
  if (!organisations.ok) return organisations;
  const most = NATION_CENSUSES.length;
  const collections = wholeNumber(values.collections, "collections", 1, most, most);
  if (!collections.ok) return collections;
  const seed = wholeNumber(values.seed, "seed", 0, 0xffffffff, NATION_SEED);
  if (!seed.ok) return seed;
  return ok({
    out: values.out,
    organisations: organisations.value,
    collections: collections.value,
    seed: seed.value,
    messy: values.messy === true,
  });
}

function wholeNumber(
  text: string | boolean | undefined,
  name: string,
  least: number,
  most: number,
  usual: number,
): Result<number> {
  if (text === undefined) return ok(usual);
  const value = Number(text);
  return /^\d+$/.test(String(text)) && value >= least && value <= most
    ? ok(value)
    : fail(`sample-${name}`, `--${name} is “${text}”.`, `Give a whole number from ${least} to ${most}.`);
}
