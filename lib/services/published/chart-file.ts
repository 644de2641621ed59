import { chartOf } from "@/db/queries/published/charts";
import type { ChartAddress } from "@/lib/published/chart-address";
import { releaseFor } from "./place-page";
import { readPublished } from "./read-published";
import { siteFacts } from "./site-facts";

export type ChartFile =
  | { kind: "moved"; release: number }
  | { kind: "found"; svg: string }
  | { kind: "missing" };

/** A stored drawing of a visible release. */
export async function readChartFile(address: ChartAddress): Promise<ChartFile> {
  const read = await readPublished(async (db): Promise<ChartFile> => {
    if (address.release !== "latest") {
      // The database shows drawings of visible releases only, so the release need not be asked for.
      const svg = await chartOf(db, address.release, address.path);
      return svg === null ? { kind: "missing" } : { kind: "found", svg };
    }
    const release = releaseFor(await siteFacts(db), "latest");
    return release.ok && release.value
      ? { kind: "moved", release: release.value.number }
      : { kind: "missing" };
  });
  return read?.value ?? { kind: "missing" };
}
