import { createHash } from "node:crypto";

/**
 * Names for statements, so that the database reads and plans each once for a connection and not each time it runs: of the
 * small ones that receive a file, that is half their cost. Row-level security holds all the same: the database plans
 * again where the role is another.
 */
const names = new Map<string, string>();

/** A connection keeps what it was named for good, so statements put together of many parts must not add up for ever. */
const MOST_NAMES = 1000;

/**
 * One name for one text, which is made from it: code that is bundled twice shares its connections, and must not give one
 * name to two texts. None once very many texts have been seen.
 */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `muster_${createHash("sha256").update(sql).digest("base64url").slice(0, 32)}`;
  names.set(sql, name);
  return name;
}
