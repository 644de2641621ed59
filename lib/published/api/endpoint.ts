import type { TableShape } from "@/lib/reports/table";

/** The address that every endpoint stands under. */
export const API_ROOT = "/api/v1";

export type ApiParameter = {
  name: string;
  in: "path" | "query";
  words: string;
  example: string;
  /** The values that there are; without them any text of the pattern. */
  oneOf?: readonly string[];
  pattern?: string;
  /** May be given more than once: any of the values. */
  many?: true;
  /** A whole number between these. */
  between?: readonly [number, number];
  /** Taken where it is not given. */
  otherwise?: string;
};

/** One question that a program may ask. The documentation, the OpenAPI document and the reading of a request derive from it. */
export type Endpoint = {
  id: string;
  /** Under the root, with names in braces. */
  path: string;
  title: string;
  words: string;
  parameters: readonly ApiParameter[];
  /** Rows of a table, or the one row with a key. */
  answer: { kind: "list" | "one"; shape: TableShape };
};
