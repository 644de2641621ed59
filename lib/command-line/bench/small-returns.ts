import { join } from "node:path";
import { endPools } from "@/db/pool";
import { sendAnswers } from "@/lib/services/operation/load-collection";
import { sampleToLoad } from "@/lib/services/operation/sample-to-load";
import { openDatabase } from "../open-database";
import { projectDirectory } from "../project-directory";
import { atMost, type BenchRow } from "./bench-row";
import { prepareBenchSite } from "./prepare-bench-site";

const ORGANISATIONS = 100;
/** Sent before the clock starts, as a site has sent some before: its statements are planned and its code is compiled. */
const BEFORE = 20;

/**
 * Returns of the sample as a first start loads them, through the services that a trust's own people use: each file
 * received, its warnings accepted, the return submitted and approved. All of it, over the number of files.
 */
export async function smallReturns(folder: string): Promise<BenchRow> {
  const database = await openDatabase(join(folder, "load-returns"), "");
  if (!database.ok) throw new Error(database.problem.message);
  const { ownerUrl, stop } = database.value;
  try {
    const { tables, collections } = await sampleToLoad(projectDirectory(), {
      organisations: ORGANISATIONS,
      collections: 1,
    });
    const [collection] = collections;
    if (!collection) throw new Error("The sample has no collection.");
    const { census, organisations, answers } = collection;
    const site = await prepareBenchSite(ownerUrl, folder, { tables, census, organisations });
    const silent = { say: () => {} };
    await sendAnswers(site, { census, answers: answers.slice(0, BEFORE) }, silent);
    const measured = answers.slice(BEFORE);
    const files = measured.reduce((sum, each) => sum + (each.kind === "files" ? each.files().length : 0), 0);
    const began = performance.now();
    await sendAnswers(site, { census, answers: measured }, silent);
    const milliseconds = performance.now() - began;
    return atMost(15, {
      name: `a small file of a return (${files} of ${measured.length} returns): received, submitted, approved`,
      value: milliseconds / files,
      unit: "ms",
    });
  } finally {
    await endPools();
    await stop();
  }
}
