import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Block, readPaper } from "@/lib/published/paper";

export type PaperName = "disclosure" | "estimation" | "model" | "output" | "requirement" | "supply";

/** A method paper of the project, as it stands in `docs/method`. */
export const methodPaper = async (name: PaperName): Promise<Block[]> =>
  readPaper(
    await readFile(join(process.env.MUSTER_PROJECT ?? process.cwd(), "docs/method", `${name}.md`), "utf8"),
  );
