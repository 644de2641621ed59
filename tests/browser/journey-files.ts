import type { Page } from "playwright-core";
import type { PartName } from "@/lib/returns/part";
import { type Fault, tryFiles } from "@/lib/sample/nation/try-files";
import { collectionAt, EARLIER, NEWEST, textsFor } from "../support/sample-nation";
import { press } from "./journey-people";

/** The census of the sample's open collection, and of the closed one before it. */
export const CENSUS = NEWEST;
export const CLOSED_CENSUS = EARLIER;

/** What the journeys send; other parts have tests of their own. */
export type MainFiles = { workforce: string; devices: string };

/** The return that the demo organisation, or another that has not answered, has ready. */
export function filesToTry(organisation: string): {
  clean: MainFiles;
  spoilt: MainFiles;
  faults: readonly Fault[];
} {
  const files = tryFiles(collectionAt(CENSUS), organisation);
  if (!files) throw new Error(`${organisation} has sent its files already`);
  const { clean, spoilt, faults } = files;
  const main = (of: typeof clean): MainFiles => {
    const text = (part: PartName) => of.find((file) => file.part === part)?.text ?? "";
    return { workforce: text("workforce"), devices: text("devices") };
  };
  return { clean: main(clean), spoilt: main(spoilt), faults };
}

/** The files that an organisation has sent. */
export const filesSent = (organisation: string): MainFiles => textsFor(organisation);

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
  // Checked here first: what is sent then is what was agreed to.
  await page.waitForSelector(`${button}:not([disabled]):has-text("Send")`);
  if ((await page.locator("#agree").count()) > 0) await page.check("#agree");
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

/** One more person than before in a workforce file: a copy of a line of people, under a post and key of its own. */
export function withOnePersonMore(workforce: string, cells: Readonly<Record<string, string>>): string {
  const [header = "", ...lines] = workforce.trimEnd().split("\n");
  const names = header.split(",");
  const at = (name: string) => names.indexOf(name);
  const ofType = (type: string) => lines.find((line) => line.split(",")[at("line_type")] === type);
  const model = ofType("person") ?? ofType("group");
  if (!model) throw new Error("The file has no line of people to copy");
  const values = model.split(",");
  const one = {
    line_type: "person",
    headcount: "1",
    post_ref: "NEW1",
    person_key: `mk1_${"a".repeat(43)}`,
    establishment_wte: "",
    ...cells,
  };
  for (const [name, value] of Object.entries(one)) values[at(name)] = value;
  return `${[header, ...lines, values.join(",")].join("\n")}\n`;
}
