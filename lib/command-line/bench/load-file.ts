import type { PartName } from "@/lib/returns/part";

/** A large clean file of one part, made in pieces: the values are in the columns' order. */
export type LoadFile = {
  part: PartName;
  columns: readonly string[];
  rows(organisation: string, census: string, rows: number): Generator<string[][]>;
};
