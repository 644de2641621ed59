import { namesOf } from "@/db/queries/people";
import { inTransaction } from "@/db/transaction";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Site } from "../site";

/**
 * The names of people who did something in an organisation's return, for its own people and for administrators. Of
 * anyone else nothing is told: an unknown person stays without a name.
 */
export async function colleagueNames(
  site: Site,
  viewer: Viewer,
  args: { organisation: string | null; people: readonly (string | null)[] },
): Promise<Map<string, string>> {
  const allowed = args.organisation
    ? may(viewer, "read the exact return", args.organisation)
    : may(viewer, "look after people");
  const people = [...new Set(args.people.filter((person): person is string => person !== null))];
  if (!allowed || people.length === 0) return new Map();
  return inTransaction(site.pool, { role: "muster_account" }, (reader) =>
    namesOf(reader, people, args.organisation),
  );
}
