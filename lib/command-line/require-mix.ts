import { basename } from "node:path";
import { readTable } from "@/lib/places/csv-table";
import { fail, ok, type Result } from "@/lib/result";
import { ROLES_OF_STAFF } from "@/lib/returns/codes/role";
import { readTextFile } from "./read-text-file";

const MEND = `Give one row for each role (${ROLES_OF_STAFF.map(({ value }) => value).join(", ")}) in columns role and share_percent that add up to 100.`;

/** A service's own division of its work over roles, from a CSV of role and share_percent, as shares that add up to one. */
export async function readMix(file: string): Promise<Result<ReadonlyMap<string, number>>> {
  const text = await readTextFile(file);
  if (!text.ok) return text;
  const name = basename(file);
  const rows = readTable(text.value, name, ["role", "share_percent"]);
  if (!rows.ok) return rows;
  const mix = new Map<string, number>();
  for (const { line, cell } of rows.value) {
    const role = cell("role") ?? "";
    const percent = Number(cell("share_percent") ?? "empty");
    if (!ROLES_OF_STAFF.some(({ value }) => value === role) || mix.has(role))
      return fail("mix", `${name}, line ${line}: “${role}” is no role, or is there twice.`, MEND);
    if (!(percent >= 0 && percent <= 100))
      return fail("mix", `${name}, line ${line}: “${cell("share_percent") ?? ""}” is no percentage.`, MEND);
    mix.set(role, percent / 100);
  }
  const sum = [...mix.values()].reduce((total, share) => total + share, 0);
  // Whole per cents seldom add up to the point.
  if (Math.abs(sum - 1) > 0.005)
    return fail("mix", `The shares in ${name} add up to ${Math.round(sum * 1000) / 10}%.`, MEND);
  return ok(new Map([...mix].map(([role, share]) => [role, share / sum])));
}
