import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One hash over files and, folder by folder, over all files below them: their names and their content. A path that is
 * not there counts as that. `skip` sees paths relative to the root, with forward slashes.
 */
export function hashFiles(
  root: string,
  paths: readonly string[],
  skip: (path: string) => boolean = () => false,
): string {
  const hash = createHash("sha256");
  const visit = (path: string) => {
    if (skip(path)) return;
    let names: string[] | undefined;
    try {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === "EISDIR") names = readdirSync(join(root, path)).sort();
      else if (code === "ENOENT") hash.update("absent\0");
      else throw cause;
    }
    for (const name of names ?? []) visit(`${path}/${name}`);
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}
