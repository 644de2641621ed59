import { figuresOfPlace } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import type { DataAddress } from "@/lib/published/data-address";
import { figuresCsv } from "@/lib/published/figures-csv";
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
    if (!place)
      return {
        kind: "missing",
        sentence: `Release ${release.number} has no place with the code ${address.place}.`,
      };
    const figures = await figuresOfPlace(db, release.number, place.code);
    const wanted = figures.filter(
      (figure) =>
        figure.audience === "public" && (address.measure === null || figure.measure === address.measure),
    );
    return { kind: "found", csv: figuresCsv(release, place, wanted, figures), synthetic: release.synthetic };
  });
  return read?.value ?? { kind: "missing", sentence: "No release has been published yet." };
}
