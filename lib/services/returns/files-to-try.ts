import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { NATION_CENSUSES } from "@/lib/sample/nation/life";
import { type NationCollection, nation } from "@/lib/sample/nation/nation";
import { type TryFiles, tryFiles } from "@/lib/sample/nation/try-files";
import type { Site } from "../site";

// The whole nation is simulated for it, about a second: once a process, and only for who asks for its files.
let open: Promise<NationCollection> | undefined;

async function openCollection(): Promise<NationCollection> {
  const project = process.env.MUSTER_PROJECT ?? process.cwd();
  const facts = readCategoryFacts(
    await readFile(join(project, "data", "reference", "categories.csv"), "utf8"),
  );
  // The project's own table: a wrong one is a bug of the project.
  if (!facts.ok) throw new Error(`${facts.problem.message} ${facts.problem.mend ?? ""}`);
  return nation({ categories: facts.value, collections: 1 }).collections[0] as NationCollection;
}

/**
 * The files that a demonstration's submitter may try, as the sample has them: what an organisation would send to the
 * open collection, clean and spoilt. Null where there are none: for one whose files are loaded already, for another
 * census, and wherever the demonstration is off.
 */
export async function filesToTry(
  site: Pick<Site, "demo">,
  viewer: Viewer,
  { organisation, census }: { organisation: string; census: string },
): Promise<Result<TryFiles | null>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  if (!site.demo || census !== NATION_CENSUSES.at(-1)) return ok(null);
  open ??= openCollection();
  return ok(tryFiles(await open, organisation));
}

export const TRY_KINDS = ["clean", "spoilt"] as const;
export type TryKind = (typeof TRY_KINDS)[number];

/** The text of one of them by its name. */
export async function fileToTry(
  site: Pick<Site, "demo">,
  viewer: Viewer,
  { organisation, kind, name }: { organisation: string; kind: string; name: string },
): Promise<Result<string>> {
  const found = await filesToTry(site, viewer, {
    organisation,
    census: NATION_CENSUSES.at(-1) as string,
  });
  if (!found.ok) return found;
  const of = TRY_KINDS.find((known) => known === kind);
  const file = of && found.value?.[of].find((one) => one.name === name);
  return file
    ? ok(file.text)
    : fail(
        "no-such-file",
        "There is no such file to try.",
        "Choose one of those on the page of the return, where there are any.",
      );
}
