import { openAsBlob } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { DEMO_ORGANISATION } from "@/lib/sample/people";
import { atMost, type BenchRow } from "./bench-row";
import type { LoadFile } from "./load-file";
import { quantile, watching } from "./others-wait";
import { writeCsv } from "./part-load";

/** Rows of the file that is mended: a large trust's. */
const ROWS = 200_000;
const WRONG = "no such category";

type Signed = { url: string; cookie: string; census: string };

/**
 * How long others wait for `/health` while a large file with one wrong cell is corrected on its page, and while it is
 * downloaded: as it was sent, with its findings beside each row, and its findings alone.
 */
export async function mendBeside(
  folder: string,
  file: LoadFile,
  { url, cookie, census }: Signed,
): Promise<BenchRow[]> {
  const csv = join(folder, "mended.csv");
  await writeCsv(file, { organisation: DEMO_ORGANISATION, census, rows: ROWS }, csv);
  const [[row = []] = []] = file.rows(DEMO_ORGANISATION, census, 1);
  const position = file.columns.indexOf("category");
  const wrong = row.map((cell, at) =>
    at === position ? WRONG : file.columns[at] === "asset_ref" ? "WRONG-1" : cell,
  );
  await appendFile(csv, `${wrong.join(",")}\n`);
  const body = await openAsBlob(csv);
  const headers = { cookie, origin: url };
  const query = new URLSearchParams({ census, unit: "Mended", name: "assets.csv", size: String(body.size) });
  const sent = await fetch(`${url}/returns/${DEMO_ORGANISATION}/parts/${file.part}?${query}`, {
    method: "PUT",
    headers: { ...headers, "content-type": "text/csv" },
    body,
  });
  const { partId, verdict } = (await sent.json()) as { partId: string; verdict: string };
  if (verdict !== "errors") throw new Error(`The file with a wrong cell was answered with ${sent.status}.`);
  const page = `${url}/returns/${DEMO_ORGANISATION}/findings/${partId}`;
  const beside = async (what: string, work: () => Promise<void>): Promise<BenchRow> => {
    const watch = watching(url, null);
    await work();
    const { waits } = await watch.end();
    return atMost(100, {
      name: `/health while a ${ROWS.toLocaleString("en-GB")}-row file is ${what}, the slowest but one in a hundred (${waits.length} asked)`,
      value: quantile(waits, 0.99),
      unit: "ms",
    });
  };
  const download = (address: string) => async () => {
    const answer = await fetch(address, { headers: { cookie } });
    if (!answer.ok || !answer.body) throw new Error(`${address} gave ${answer.status}`);
    let bytes = 0;
    for await (const piece of answer.body) bytes += (piece as Uint8Array).length;
    if (bytes === 0) throw new Error(`${address} gave nothing`);
  };
  const downloads = [
    await beside("downloaded with its findings beside each row", download(`${page}/annotated`)),
    await beside("downloaded as it was sent, ten times", async () => {
      // Once takes too short a while to ask often enough.
      for (let time = 0; time < 10; time += 1) await download(page.replace("/findings/", "/files/"))();
    }),
  ];
  const corrected = await beside("corrected in one cell", async () => {
    const answer = await fetch(`${page}/correct`, {
      method: "POST",
      redirect: "manual",
      headers,
      body: new URLSearchParams({
        code: "not-allowed",
        position: String(position + 1),
        line: String(ROWS + 2),
        to: String(row[position]),
      }),
    });
    const place = answer.headers.get("location") ?? "";
    if (answer.status !== 303 || place.includes(partId))
      throw new Error(`The correction was answered with ${answer.status}, ${place}`);
  });
  return [...downloads, corrected];
}
