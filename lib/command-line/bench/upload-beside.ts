import { openAsBlob } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NATION_CENSUSES } from "@/lib/sample/nation/life";
import { DEMO_ORGANISATION } from "@/lib/sample/people";
import { atMost, type BenchRow } from "./bench-row";
import type { LoadFile } from "./load-file";
import { mendBeside } from "./mend-beside";
import { quantile, residentBytes, watching } from "./others-wait";
import { writeCsv } from "./part-load";
import { type RunningSite, startSite } from "./running-site";
import { signInAsSubmitter } from "./sign-in";

const ROWS = 1_000_000;
const MEGABYTE = 1024 ** 2;

/**
 * A million-row file sent to a running site by a person who is signed in: how much the web process grows over its rest,
 * and how long others wait for `/health` meanwhile.
 */
export async function uploadBeside(folder: string, file: LoadFile): Promise<BenchRow[]> {
  const csv = join(folder, "sent.csv");
  const census = NATION_CENSUSES.at(-1) as string;
  await writeCsv(file, { organisation: DEMO_ORGANISATION, census, rows: ROWS }, csv);
  process.env.MUSTER_SAMPLE = "small";
  const site = await startSite(join(folder, "beside"));
  try {
    await site.loaded();
    const cookie = await signInAsSubmitter(site.url);
    const send = async (unit: string, body: Blob) => {
      const query = new URLSearchParams({ census, unit, name: "assets.csv", size: String(body.size) });
      const answer = await fetch(`${site.url}/returns/${DEMO_ORGANISATION}/parts/${file.part}?${query}`, {
        method: "PUT",
        headers: { cookie, origin: site.url, "content-type": "text/csv" },
        body,
      });
      const text = await answer.text();
      if (answer.status !== 201 || !text.includes('"verdict":"accepted"'))
        throw new Error(`The upload was answered with ${answer.status}: ${text}`);
      return (JSON.parse(text) as { rows: number }).rows;
    };
    // Once before, so that what the first upload ever brings into memory is no part of the growth.
    const whole = await openAsBlob(csv);
    await send("Warm", whole.slice(0, await endOfLine(whole, 2 * MEGABYTE)));
    await pause(2000);
    const pid = await webProcess(site);
    const rest = pid === null ? null : await residentBytes(pid);
    const watch = watching(site.url, pid);
    const rows = await send("Million", whole);
    if (rows !== ROWS) throw new Error(`${rows} of ${ROWS} rows were read`);
    const { waits, peak } = await watch.end();
    const health = atMost(100, {
      name: `/health while a million-row ${file.part} file is received, the slowest but one in a hundred (${waits.length} asked)`,
      value: quantile(waits, 0.99),
      unit: "ms",
    });
    const mended = await mendBeside(folder, file, { url: site.url, cookie, census });
    // Only Linux tells how large another process is.
    if (rest === null) return [health, ...mended];
    return [
      health,
      ...mended,
      atMost(150, {
        name: `the web process's peak over its rest (${Math.round(rest / MEGABYTE)} MB) meanwhile`,
        value: (peak - rest) / MEGABYTE,
        unit: "MB",
      }),
    ];
  } finally {
    await site.stop();
  }
}

/** Where the line ends that holds this byte. */
async function endOfLine(file: Blob, byte: number): Promise<number> {
  const text = await file.slice(byte, byte + 2000).text();
  return byte + text.indexOf("\n") + 1;
}

/** The process that serves the site's port; null where the system does not tell. */
async function webProcess({ url }: RunningSite): Promise<number | null> {
  const { port } = new URL(url);
  const processes = await readdir("/proc").catch(() => [] as string[]);
  for (const name of processes.filter((one) => /^\d+$/.test(one))) {
    const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    const words = command.split("\0");
    if (words.some((word) => word.endsWith("web-server.mjs")) && words.includes(port)) return Number(name);
  }
  return null;
}
