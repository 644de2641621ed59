import { SYNTHETIC } from "@/lib/reports/csv-lines";
import type { Cell } from "@/lib/reports/table";
import type { Release } from "./release";

/** The cells of `RELEASE_COLUMNS`: whether it is invented, its number and its census. */
export const releaseCells = ({
  synthetic,
  number,
  census,
}: Pick<Release, "synthetic" | "number" | "census">): Cell[] => [
  synthetic ? SYNTHETIC : "no",
  number,
  census,
];
