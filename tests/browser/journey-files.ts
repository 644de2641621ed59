import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { PartName } from "@/lib/returns/part";
import type { ReturnFiles } from "@/lib/sample/return-files";
import { SAMPLE_SEED, type SampleCollection, sampleNation } from "@/lib/sample/sample-nation";
import { type TryFiles, tryFiles } from "@/lib/sample/try-files";
import { usualIntervals } from "@/lib/sample/usual-intervals";
import { press } from "./journey-people";

/** The census of the sample's open collection, and of the closed one before it. */
export const CENSUS = "2026-03-31";
export const CLOSED_CENSUS = "2025-03-31";

/** The return that the demo organisation, or another that has not answered, has ready. */
export function filesToTry(organisation: string): TryFiles {
  const files = tryFiles(openCollection(), organisation);
  if (!files) throw new Error(`${organisation} has sent its files already`);
  return files;
}

/** The files that an organisation has sent. */
export function filesSent(organisation: string): ReturnFiles {
  const found = openCollection().returns.find((one) => one.organisation.code === organisation);
  if (found?.state !== "returned") throw new Error(`${organisation} has sent no files`);
  return found.files;
}

let collection: SampleCollection | undefined;

function openCollection(): SampleCollection {
  if (collection) return collection;
  const intervals = usualIntervals(readFileSync("data/reference/categories.csv", "utf8"));
  if (!intervals.ok) throw new Error(intervals.problem.message);
  collection = sampleNation(SAMPLE_SEED, intervals.value).collections.at(-1) as SampleCollection;
  return collection;
}

/** Sends files by the upload form of the page: as it is without JavaScript, one by one in a stream with it. */
export async function upload(
  page: Page,
  files: Partial<Record<PartName, string>>,
  javaScript: boolean,
): Promise<void> {
  for (const [part, text] of Object.entries(files) as [PartName, string][])
    await page.setInputFiles(`#${part}`, {
      name: `${part}.csv`,
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  const button = "form[enctype] button[type=submit]";
  if (!javaScript) return press(page, button);
  const answers = Object.keys(files).map((part) =>
    page.waitForResponse((response) => response.url().includes(`/parts/${part}?`)),
  );
  // The page is read again in place, once all is sent.
  const again = page.waitForResponse((response) => response.url().includes("_rsc="));
  await page.click(button);
  const statuses = (await Promise.all(answers)).map((response) => response.status());
  if (statuses.some((status) => status < 300)) await again;
  else again.catch(() => {});
  await page.waitForSelector(`${button}:not([disabled])`);
}

/** One more person than before in a workforce file: a copy of a person line, under a post and key of its own. */
export function withOnePersonMore(workforce: string, cells: Readonly<Record<string, string>>): string {
  const [header = "", ...lines] = workforce.trimEnd().split("\n");
  const names = header.split(",");
  const at = (name: string) => names.indexOf(name);
  const model = lines.find((line) => line.split(",")[at("line_type")] === "person");
  if (!model) throw new Error("The file has no person line to copy");
  const values = model.split(",");
  const more = { post_ref: "NEW1", person_key: `mk1_${"a".repeat(43)}`, establishment_wte: "", ...cells };
  for (const [name, value] of Object.entries(more)) values[at(name)] = value;
  return `${[header, ...lines, values.join(",")].join("\n")}\n`;
}
