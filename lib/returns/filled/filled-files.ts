import type { FilledFile } from "./filled-file";
import { OTHER_FILES } from "./other-files";
import { WORKFORCE_FILES } from "./workforce-files";

/** Every filled file, workforce first. */
export const FILLED_FILES: readonly FilledFile[] = [...WORKFORCE_FILES, ...OTHER_FILES];
