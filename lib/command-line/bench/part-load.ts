import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { endPools } from "@/db/pool";
import { inTransaction } from "@/db/transaction";
import { NATION_SEED } from "@/lib/sample/nation/life";
import { nationOrganisations } from "@/lib/sample/nation/organisations";
import { nationTables } from "@/lib/sample/nation/places";
import { assetSums } from "@/lib/services/returns/asset-sums";
import { receivePart } from "@/lib/services/returns/receive-part";
import type { Site } from "@/lib/services/site";
import { own } from "@/lib/services/standing";
import { openDatabase } from "../open-database";
import { atMost, type BenchRow, median } from "./bench-row";
import type { LoadFile } from "./load-file";
import { plainCopy } from "./plain-copy";
import { BENCH, prepareBenchSite } from "./prepare-bench-site";

const ROWS = 1_000_000;
const ROUNDS = 3;
const CENSUS = "2026-03-31";
const ORGANISATION = "ZS001";

/**
 * A million-row file through the service that receives a trust's file (spooled, read, checked, its bytes and
 * its rows stored), against the floor of `plainCopy`, in turns on one embedded server.
 */
export async function partLoad(folder: string, file: LoadFile): Promise<BenchRow> {
  const { part } = file;
  const bytes = join(folder, `${part}.csv`);
  const rows = join(folder, `${part}.copy`);
  await writeCsv(file, { organisation: ORGANISATION, census: CENSUS, rows: ROWS }, bytes);
  await writeCopy(file, rows);
  // An empty address: the embedded server, whatever DATABASE_URL says.
  const database = await openDatabase(join(folder, `load-${part}`), "");
  if (!database.ok) throw new Error(database.problem.message);
  const { ownerUrl, stop } = database.value;
  const owner = new Client({ connectionString: ownerUrl });
  try {
    const site = await prepareBenchSite(ownerUrl, folder, {
      tables: nationTables(nationOrganisations(NATION_SEED).slice(0, 1)),
      census: CENSUS,
      organisations: [ORGANISATION],
    });
    await owner.connect();
    const received: number[] = [];
    const plain: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      plain.push(await plainCopy(owner, file, rows, bytes));
      received.push(await receive(site, file, bytes, `Round ${round}`));
    }
    return atMost(1.5, {
      name: `${part === "assets" ? "an" : "a"} ${part} file of ${ROWS.toLocaleString("en-GB")} rows received${part === "assets" ? " and summed" : ""} (${median(received).toFixed(1)} s) to plain COPY and the same bytes (${median(plain).toFixed(1)} s)`,
      value: median(received) / median(plain),
      unit: "×",
    });
  } finally {
    await owner.end();
    await endPools();
    await stop();
  }
}

/** Seconds for one file. Each round is another service unit's, since the same file twice is not read twice. */
async function receive(site: Site, { part }: LoadFile, bytes: string, serviceUnit: string): Promise<number> {
  const began = performance.now();
  const received = await receivePart(site, BENCH, {
    organisation: ORGANISATION,
    census: CENSUS,
    part,
    serviceUnit,
    fileName: `${part}.csv`,
    source: createReadStream(bytes),
    declaredLength: (await stat(bytes)).size,
  });
  if (!received.ok) throw new Error(received.problem.message);
  const report = received.value.report;
  if (report?.verdict !== "accepted" || report.rows !== ROWS)
    throw new Error(`The file was not accepted whole: ${JSON.stringify(report?.counts)}`);
  if (part === "assets")
    await inTransaction(site.pool, own(ORGANISATION), (reader) =>
      assetSums(reader, { organisation: ORGANISATION, partId: received.value.partId }),
    );
  return (performance.now() - began) / 1000;
}

/** The file as a trust sends it. */
export async function writeCsv(
  file: LoadFile,
  of: { organisation: string; census: string; rows: number },
  path: string,
): Promise<void> {
  const csv = function* () {
    yield `${file.columns.join(",")}\n`;
    for (const piece of file.rows(of.organisation, of.census, of.rows))
      yield piece.map((row) => `${row.join(",")}\n`).join("");
  };
  await pipeline(Readable.from(csv()), createWriteStream(path));
}

/** The same rows as COPY text, each with the line that it stands on. */
async function writeCopy(file: LoadFile, path: string): Promise<void> {
  let line = 1;
  const copy = function* () {
    for (const piece of file.rows(ORGANISATION, CENSUS, ROWS)) {
      yield piece
        .map((row) => {
          line += 1;
          return `${line}\t${row.map((cell) => cell || "\\N").join("\t")}\n`;
        })
        .join("");
    }
  };
  await pipeline(Readable.from(copy()), createWriteStream(path));
}
