import { reasonsGiven } from "@/db/queries/acknowledgements";
import { returnId } from "@/db/queries/returns";
import { rowsOfKeys, rowsOfShare } from "@/db/queries/row-difference";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Difference, PartState, RowCounts } from "@/lib/returns/difference";
import { type DifferentRow, pairRows } from "@/lib/returns/pair-rows";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Site } from "../site";
import { own } from "../standing";
import { differenceBetween, FIRST_KEYS, firstKeys, haveManyRows, sidesOf } from "./difference-between";
import { type Compared, comparedVersions } from "./previous-version";
import { isUnderWay } from "./work-out-ahead";

/** How a version, or the draft, differs from the approved one before it. */
export type DifferenceView = Difference & {
  /** Null is the draft. */
  version: number | null;
  previous: { census: string; version: number; kind: "files" | "nil" };
  /** Why so many of last year's posts or devices are gone, as it was said of a warning already; null where it was not. */
  reasonKnown: string | null;
};

/** The rows of a part that differ, as many as are shown. */
export type PartRows = { part: PartName; rows: DifferentRow[] };
/** The same; `null` while it is being worked out which rows come first. */
export type FirstRows = { part: PartName; rows: DifferentRow[] | null };

type Asked = { organisation: string; census: string; version?: number | null };

/** Rules by which somebody may have said already why something is gone. */
const GONE_RULES = ["posts-gone", "device-rows-gone", "assets-gone"];

const filesOf = ({ parts, previous }: Compared, part?: PartName) =>
  [...parts, ...(previous?.parts ?? [])].filter((one) => part === undefined || one.part === part);

/** The difference as a page tells it: of large files that a worker is at, that it is being worked out. */
async function soFar(reader: Reader, { organisation, census }: Asked, compared: Compared) {
  const underWay = haveManyRows(filesOf(compared)) && (await isUnderWay(reader, { organisation, census }));
  return { underWay, difference: await differenceBetween(reader, organisation, compared, { underWay }) };
}

async function reasonKnown(reader: Reader, { parts }: Compared): Promise<string | null> {
  const given = await reasonsGiven(
    reader,
    parts.map(({ id }) => id),
  );
  const reasons = [...given.values()].flatMap((byRule) =>
    GONE_RULES.flatMap((rule) => byRule.get(rule) ?? []),
  );
  return reasons.length > 0 ? [...new Set(reasons)].join(" ") : null;
}

/** How the draft, or a version, differs from the approved one before it; null where there is none. For its own people. */
export async function readDifference(
  site: Site,
  viewer: Viewer,
  asked: Asked,
): Promise<Result<DifferenceView | null>> {
  return ofCompared(site, viewer, asked, async (reader, compared) => {
    const { difference } = await soFar(reader, asked, compared);
    if (!difference || !compared.previous) return null;
    const { census, version, kind } = compared.previous;
    return {
      ...difference,
      version: compared.version,
      previous: { census, version, kind },
      reasonKnown: difference.removals.length > 0 ? await reasonKnown(reader, compared) : null,
    };
  });
}

const sidesIn = ({ parts, previous }: Compared, part: PartName) =>
  sidesOf({ parts, before: previous?.parts ?? [] }, part);

/** Parts whose rows can be told one by one. */
const LISTED: ReadonlySet<PartState> = new Set(["matched", "only-now", "not-sent"]);
const differing = ({ added, changed, removed }: RowCounts): number => added + changed + removed;

/**
 * The first rows that differ, but for those of a part that is all new: part by part until there are `limit`, which is no
 * more than `FIRST_KEYS`.
 */
export async function readDifferentRows(
  site: Site,
  viewer: Viewer,
  { limit = FIRST_KEYS, ...asked }: Asked & { limit?: number },
): Promise<Result<FirstRows[]>> {
  return ofCompared(site, viewer, asked, async (reader, compared) => {
    const { underWay, difference } = await soFar(reader, asked, compared);
    const shown: FirstRows[] = [];
    let left = limit;
    for (const { part, state, counts } of difference?.parts ?? []) {
      if (!LISTED.has(state) || state === "only-now" || differing(counts) === 0) continue;
      const sides = sidesIn(compared, part);
      const waits = underWay && haveManyRows(filesOf(compared, part));
      const keys =
        left > 0 ? await firstKeys(reader, asked.organisation, part, sides, { underWay: waits }) : [];
      if (!keys) {
        shown.push({ part, rows: null });
        continue;
      }
      const rows = await rowsOfKeys(reader, PARTS[part], sides, keys.slice(0, left));
      const pairs = pairRows(part, rows).slice(0, left);
      left -= pairs.length;
      shown.push({ part, rows: pairs });
    }
    return shown;
  });
}

/** Rows that are read at once, so that memory holds a piece of a long list. */
const PIECE = 50_000;

/** Every row that differs, piece by piece, each in a transaction of its own. A file that is gone meanwhile is an error. */
export async function readEveryDifference(
  site: Site,
  viewer: Viewer,
  asked: Asked,
): Promise<Result<AsyncGenerator<PartRows>>> {
  const read = await ofCompared(site, viewer, asked, async (reader, compared) => ({
    compared,
    parts: (await differenceBetween(reader, asked.organisation, compared))?.parts ?? [],
  }));
  if (!read.ok) return read;
  const { compared, parts } = read.value;
  const files = compared.parts.length;
  return ok(
    (async function* () {
      for (const { part, counts, state } of parts) {
        if (!LISTED.has(state) || differing(counts) === 0) continue;
        const of = Math.ceil((counts.now + counts.before) / PIECE) || 1;
        for (let share = 0; share < of; share++)
          yield {
            part,
            rows: await inTransaction(site.pool, own(asked.organisation), async (reader) => {
              const id = (await returnId(reader, asked.census, asked.organisation)) as string;
              const again = await comparedVersions(reader, asked, id, asked.version ?? null);
              if (
                again?.parts.length !== files ||
                again.parts.some(({ id }) => !compared.parts.some((one) => one.id === id))
              )
                throw new Error(
                  `A file of ${asked.organisation} was replaced while its difference was read.`,
                );
              return pairRows(
                part,
                await rowsOfShare(reader, PARTS[part], sidesIn(compared, part), { share, of }),
              );
            }),
          };
      }
    })(),
  );
}

async function ofCompared<T>(
  site: Site,
  viewer: Viewer,
  { organisation, census, version = null }: Asked,
  work: (reader: Reader, compared: Compared) => Promise<T>,
): Promise<Result<T>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const id = await returnId(reader, census, organisation);
    const nothing: Compared = { version: null, parts: [], previous: null };
    const compared =
      id === null ? nothing : await comparedVersions(reader, { organisation, census }, id, version);
    if (!compared)
      return fail("no-such-version", `This return has no version ${version}.`, "Choose one of those listed.");
    return ok(await work(reader, compared));
  });
}
