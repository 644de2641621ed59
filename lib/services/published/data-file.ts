import { figuresOfPlace } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import type { DataAddress } from "@/lib/published/data-address";
import { figuresCsv } from "@/lib/published/figures-csv";
import { organisationFacts } from "@/lib/published/organisation-facts";
import type { Release } from "@/lib/published/release";
import { releaseFor } from "./place-page";
import { readPublished } from "./read-published";
import { siteFacts } from "./site-facts";

export type DataFile =
  | { kind: "moved"; release: number }
  | { kind: "found"; csv: string; synthetic: boolean }
  | { kind: "missing"; sentence: string };

/** The public figures of a place in a release, all or of one measure, as the file that is sent. */
export async function readDataFile(address: DataAddress): Promise<DataFile> {
  const read = await readPublished(async (db): Promise<DataFile> => {
    const found = releaseFor(await siteFacts(db), address.release);
    if (!found.ok) return { kind: "missing", sentence: found.problem.message };
    const release = found.value;
    if (release === null) return { kind: "missing", sentence: "No release has been published yet." };
    if (address.release === "latest") return { kind: "moved", release: release.number };
    const place = (await placesOfRelease(db, release.number)).find((one) => one.code === address.place);
    if (!place) return { kind: "missing", sentence: await whyNoPlace(db, release, address.place) };
    const figures = await figuresOfPlace(db, release.number, place.code);
    const wanted = figures.filter(
      (figure) =>
        figure.audience === "public" && (address.measure === null || figure.measure === address.measure),
    );
    return { kind: "found", csv: figuresCsv(release, place, wanted, figures), synthetic: release.synthetic };
  });
  return read?.value ?? { kind: "missing", sentence: "No release has been published yet." };
}

/** Of a place that closed before the census it is said when, and what followed it. */
async function whyNoPlace(db: Reader, { number, geographyDate }: Release, code: string): Promise<string> {
  const none = `Release ${number} has no place with the code ${code}.`;
  const closed = organisationFacts(await referenceTables(db), code, geographyDate)?.closed;
  if (!closed) return none;
  const followers = closed.successors.map((successor) => `${successor.name} (${successor.code})`);
  return `${none} It closed on ${closed.on}${followers.length > 0 ? ` and was followed by ${followers.join(" and ")}` : ""}.`;
}
