import { figuresOfPlace } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import type { DataAddress } from "@/lib/published/data-address";
import { figuresTable } from "@/lib/published/figures-table";
import { organisationFacts } from "@/lib/published/organisation-facts";
import type { Release } from "@/lib/published/release";
import { WORKBOOK_TYPE } from "@/lib/reports/workbook";
import { releaseFor } from "./place-page";
import { placeWorkbook } from "./place-workbook";
import { readPublished } from "./read-published";
import { releaseFile } from "./release-file";
import { type SiteFacts, siteFacts } from "./site-facts";
import { type FoundFile, fileNameOf, writtenTable } from "./written-table";

export type DataFile = { kind: "moved"; release: number } | FoundFile | { kind: "missing"; sentence: string };

const NONE: DataFile = { kind: "missing", sentence: "No release has been published yet." };

/** A file of a release, from its public figures alone. */
export async function readDataFile(address: DataAddress): Promise<DataFile> {
  const read = await readPublished(async (db): Promise<DataFile> => {
    const site = await siteFacts(db);
    const found = releaseFor(site, address.release);
    if (!found.ok) return { kind: "missing", sentence: found.problem.message };
    const release = found.value;
    if (release === null) return NONE;
    if (address.release === "latest") return { kind: "moved", release: release.number };
    return address.kind === "place"
      ? placeFile(db, site, release, address)
      : releaseFile(db, release, address);
  });
  return read?.value ?? NONE;
}

async function placeFile(
  db: Reader,
  site: SiteFacts,
  release: Release,
  { place: code, measure, format }: Extract<DataAddress, { kind: "place" }>,
): Promise<DataFile> {
  const place = (await placesOfRelease(db, release.number)).find((one) => one.code === code);
  if (!place) return { kind: "missing", sentence: await whyNoPlace(db, release, code) };
  const fileName = fileNameOf(release, [code, measure], format);
  if (format === "xlsx")
    return {
      kind: "found",
      type: WORKBOOK_TYPE,
      fileName,
      body: await placeWorkbook(db, site, release, place),
    };
  const figures = (await figuresOfPlace(db, release.number, code)).filter(
    ({ audience }) => audience === "public",
  );
  const wanted = measure === null ? figures : figures.filter((figure) => figure.measure === measure);
  return { kind: "found", fileName, ...writtenTable(figuresTable(release, place, wanted, figures), format) };
}

/** Of a place that closed before the census it is said when, and what followed it. */
async function whyNoPlace(db: Reader, { number, geographyDate }: Release, code: string): Promise<string> {
  const none = `Release ${number} has no place with the code ${code}.`;
  const closed = organisationFacts(await referenceTables(db), code, geographyDate)?.closed;
  if (!closed) return none;
  const followers = closed.successors.map((successor) => `${successor.name} (${successor.code})`);
  return `${none} It closed on ${closed.on}${followers.length > 0 ? ` and was followed by ${followers.join(" and ")}` : ""}.`;
}
