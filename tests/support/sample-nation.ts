import type { PartName } from "@/lib/returns/part";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { type Nation, type NationCollection, nation } from "@/lib/sample/nation/nation";
import type { NationFile } from "@/lib/sample/nation/part-file";
import { sizeOf } from "@/lib/services/operation/sample-to-load";
import { committedText } from "./committed-tables";

/** The censuses of the part of the sample that the tests' database holds: the newer one's collection is open. */
export const EARLIER = "2025-03-31";
export const NEWEST = "2026-03-31";

let made: Nation | undefined;

/** The part of the sample nation that the tests' database holds: eight whole boards of three regions, two censuses. */
export function smallNation(): Nation {
  if (made) return made;
  const categories = readCategoryFacts(committedText("categories.csv"));
  if (!categories.ok) throw new Error(categories.problem.message);
  made = nation({ categories: categories.value, ...sizeOf("small") });
  return made;
}

export const collectionAt = (census: string): NationCollection => {
  const found = smallNation().collections.find((collection) => collection.census === census);
  if (!found) throw new Error(`The sample has no collection of ${census}`);
  return found;
};

/** The files that an organisation has sent, or has ready and has not sent. */
export function filesFor(organisation: string, census: string = NEWEST): NationFile[] {
  const found = collectionAt(census).returns.find((one) => one.organisation.code === organisation);
  if (found?.state === "returned") return found.files();
  if (found?.state === "not_returned") return found.wouldSend();
  throw new Error(`${organisation} has no files for ${census}`);
}

/** The text of an organisation's file of each part; of one whose units do not send files of their own. */
export function textsFor(organisation: string, census: string = NEWEST): Record<PartName, string> {
  const files = filesFor(organisation, census);
  if (files.some(({ serviceUnit }) => serviceUnit !== ""))
    throw new Error(`${organisation} sends several files of a part`);
  return Object.fromEntries(files.map(({ part, text }) => [part, text])) as Record<PartName, string>;
}

/** The first organisation that has sent a part. */
export function organisationWith(part: PartName, census: string = NEWEST): string {
  const found = collectionAt(census).returns.find(
    (one) => one.state === "returned" && one.files().some((file) => file.part === part),
  );
  if (!found) throw new Error(`Nobody has sent ${part} at ${census}`);
  return found.organisation.code;
}
