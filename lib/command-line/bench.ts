import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { atMost, type BenchRow, benchTable } from "./bench/bench-row";
import { browserCode } from "./bench/browser-code";
import { checkedInBrowser } from "./bench/checked-in-browser";
import { MILLION_ASSETS } from "./bench/million-assets";
import { MILLION_DEVICES } from "./bench/million-devices";
import { modelEstimation } from "./bench/model-estimation";
import { modelSupply } from "./bench/model-supply";
import { ownPage } from "./bench/own-page";
import { partLoad } from "./bench/part-load";
import { publishedPage } from "./bench/published-page";
import { startSite } from "./bench/running-site";
import { smallReturns } from "./bench/small-returns";
import { uploadBeside } from "./bench/upload-beside";
import { say } from "./say";

const PUBLISHED = "/places/Y56/vacancy-rate";
const STATIC = "/accessibility";

/** What can be measured apart, in the order in which it is. */
const GROUPS = {
  model: benchModel,
  site: benchSite,
  browser: benchBrowser,
  returns: benchReturns,
  load: benchLoad,
} as const;

/**
 * `npm run bench`: the budgets, each measured on installations of its own in a temporary folder. A table, or JSON with
 * `--json`; exit code 1 when one does not hold.
 */
export async function run(args: string[]): Promise<number> {
  let values: { json?: boolean; only?: string };
  try {
    values = parseArgs({ args, options: { json: { type: "boolean" }, only: { type: "string" } } }).values;
  } catch (error) {
    say(
      `${(error as Error).message} Use: npm run bench -- [--json] [--only ${Object.keys(GROUPS).join("|")}]`,
    );
    return 2;
  }
  const { only, json = false } = values;
  if (only !== undefined && !(only in GROUPS)) {
    say(`--only is “${only}”, not one of ${Object.keys(GROUPS).join(", ")}.`);
    return 2;
  }
  const rows: BenchRow[] = [];
  for (const [name, measure] of Object.entries(GROUPS))
    if (only === undefined || only === name) rows.push(...(await inOwnFolder(measure)));
  process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : benchTable(rows));
  return rows.every(({ holds }) => holds) ? 0 : 1;
}

async function inOwnFolder(measure: (folder: string) => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "muster-bench-"));
  try {
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchModel(): Promise<BenchRow[]> {
  say("Estimating rates and finding quantiles …");
  const estimation = modelEstimation();
  say("Projecting a profession …");
  return [...estimation, ...modelSupply()];
}

async function benchSite(folder: string): Promise<BenchRow[]> {
  const state = join(folder, "state");
  say("Starting a site for the first time, with its sample …");
  const first = await startSite(state);
  await first.loaded();
  await first.stop();
  say("Starting it again …");
  const site = await startSite(state);
  try {
    say("Asking for pages …");
    return [
      ...(await publishedPage(site.url, { published: PUBLISHED, static: STATIC })),
      await ownPage(site.url),
      await browserCode(site.url, PUBLISHED),
      atMost(5, { name: "warm start, command to served", value: site.startSeconds, unit: "s" }),
    ];
  } finally {
    await site.stop();
  }
}

async function benchBrowser(folder: string): Promise<BenchRow[]> {
  say("Starting a site with a small sample …");
  // Of the whole one the earlier collections would be loaded while the browser works.
  const site = await startSite(join(folder, "state"), { MUSTER_SAMPLE: "small" });
  try {
    say("Dropping files on a page …");
    return await checkedInBrowser(site.url);
  } finally {
    await site.stop();
  }
}

async function benchReturns(folder: string): Promise<BenchRow[]> {
  say("Loading returns of a hundred organisations …");
  return [await smallReturns(folder)];
}

async function benchLoad(folder: string): Promise<BenchRow[]> {
  say("Loading a million rows, three times and three times plainly …");
  const rows = [await partLoad(folder, MILLION_ASSETS), await partLoad(folder, MILLION_DEVICES)];
  say("Sending a million rows to a running site …");
  return [...rows, ...(await uploadBeside(folder, MILLION_ASSETS))];
}
