import type { PartName } from "../part";
import { PARTS } from "../parts";
import { headerSpellings } from "./match-headers";

/** For each part: the spellings of its headers, each with the column's name. */
export const knownPartHeaders = (): [PartName, ReadonlyMap<string, string>][] =>
  Object.values(PARTS).map((part) => [
    part.name,
    new Map([...headerSpellings(part)].map(([text, column]) => [text, column.name])),
  ]);
