/**
 * A board's name as people say it: "NHS Devon Integrated Care Board" as "Devon". Other names are returned as they are.
 */
export function shortName(name: string): string {
  const board = /^NHS (.+) (?:Integrated Care Board|ICB)$/.exec(name);
  return board?.[1] ?? name;
}
