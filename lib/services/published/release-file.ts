import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reader } from "@/db/transaction";
import type { DataAddress } from "@/lib/published/data-address";
import { releaseFileHref } from "@/lib/published/place-href";
import type { Release } from "@/lib/published/release";
import { metadataOfTable, packageOfRelease, readmeOfRelease } from "@/lib/published/release-package";
import { RELEASE_TABLES, releaseTableById, tableOfRelease } from "@/lib/published/release-tables";
import { tableCsv } from "@/lib/reports/table-csv";
import { zipOf } from "@/lib/reports/zip";
import { wholeRelease } from "./whole-release";
import { type FoundFile, fileNameOf, writtenTable } from "./written-table";

const JSON_TYPE = "application/json; charset=utf-8";
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

type ReleaseAddress = Exclude<DataAddress, { kind: "place" }>;

/** A table of a release, what describes one, or the whole as a package. */
export async function releaseFile(db: Reader, release: Release, address: ReleaseAddress): Promise<FoundFile> {
  if (address.kind === "package") return packageFile(db, release, address.file);
  const table = releaseTableById(address.table);
  if (table === undefined) throw new Error(`No table is called ${address.table}`);
  if (address.kind === "metadata")
    return {
      kind: "found",
      body: pretty(metadataOfTable(release, table.shape)),
      type: "application/csvm+json; charset=utf-8",
      fileName: null,
    };
  const rows = tableOfRelease(table, await wholeRelease(db, release, table.needs));
  return {
    kind: "found",
    ...writtenTable(rows, address.format),
    fileName: fileNameOf(release, [table.shape.id], address.format),
  };
}

async function packageFile(
  db: Reader,
  release: Release,
  file: Extract<ReleaseAddress, { kind: "package" }>["file"],
): Promise<FoundFile> {
  const site = process.env.MUSTER_URL;
  const homepage = site
    ? site.replace(/\/$/, "") + releaseFileHref(release.number, "datapackage.json")
    : null;
  const readme = readmeOfRelease(release, homepage);
  const descriptor = pretty(packageOfRelease(release, homepage));
  switch (file) {
    case "datapackage.json":
      return { kind: "found", body: descriptor, type: JSON_TYPE, fileName: null };
    case "readme.txt":
      return { kind: "found", body: readme, type: "text/plain; charset=utf-8", fileName: null };
    case "package.zip": {
      const whole = await wholeRelease(db, release);
      const body = zipOf([
        { name: "readme.txt", text: readme },
        { name: "datapackage.json", text: descriptor },
        ...RELEASE_TABLES.flatMap((table) => [
          { name: `${table.shape.id}.csv`, text: tableCsv(tableOfRelease(table, whole)) },
          {
            name: `${table.shape.id}.csv-metadata.json`,
            text: pretty(metadataOfTable(release, table.shape)),
          },
        ]),
        ...(await methodFiles()),
      ]);
      return { kind: "found", body, type: "application/zip", fileName: fileNameOf(release, [], "zip") };
    }
  }
}

/** How figures are protected and formed travels with them. */
const METHOD = ["disclosure", "requirement", "supply", "estimation"] as const;

const methodFiles = () =>
  Promise.all(
    METHOD.map(async (name) => ({
      name: `method/${name}.md`,
      text: await readFile(
        join(process.env.MUSTER_PROJECT ?? process.cwd(), "docs/method", `${name}.md`),
        "utf8",
      ),
    })),
  );
