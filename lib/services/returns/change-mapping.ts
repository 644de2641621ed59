import { lockMapping } from "@/db/queries/locks";
import { insertMapping, type MappingVersion, newestMapping } from "@/db/queries/mappings";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import {
  type Mapping,
  mappingText,
  NO_MAPPING,
  readMapping,
  sameMapping,
  withMeanings,
} from "@/lib/returns/mapping/mapping";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";

type ChangeMapping = {
  organisation: string;
  /** Words put beside those that are there, or all of them in their place. */
  how: "add" | "replace";
  mapping: Mapping;
};

/**
 * Remembers what an organisation's own words mean, as a new version. Files that were read by an earlier one stay as they
 * are, and are read by the new one when they are sent again.
 */
export async function changeMapping(
  site: Site,
  viewer: Viewer,
  { organisation, how, mapping }: ChangeMapping,
): Promise<Result<MappingVersion>> {
  if (!may(viewer, "upload a file", organisation)) return refusal(viewer, "upload a file", organisation);
  // What everybody's words mean is not one unit's to throw away.
  if (how === "replace" && !may(viewer, "submit a return", organisation))
    return refusal(viewer, "submit a return", organisation);
  // Held to the declared columns and codes wherever it comes from.
  const given = readMapping(mappingText(mapping));
  if (!given.ok) return given;
  return inTransaction(site.pool, own(organisation), async (transaction) => {
    await lockMapping(transaction, organisation);
    const before = await newestMapping(transaction, organisation);
    const after = how === "add" ? withMeanings(before ?? NO_MAPPING, given.value) : given.value;
    if (sameMapping(after, before ?? NO_MAPPING))
      return before
        ? ok(before)
        : fail("mapping-empty", "No word was given a meaning.", "Choose what at least one word means.");
    const version = (before?.version ?? 0) + 1;
    await insertMapping(transaction, {
      ...after,
      organisation,
      version,
      madeBy: viewer.kind === "person" ? viewer.person : null,
    });
    await record(transaction, viewer, {
      verb: "mapping.changed",
      organisation,
      subject: `version ${version}`,
      detail: {
        before: before ? { headers: before.headers, values: before.values } : null,
        after: { headers: after.headers, values: after.values },
      },
    });
    return ok({ ...after, version });
  });
}
