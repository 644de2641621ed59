import { type Answer, exactly, NOT_RETURNED } from "./answer";
import type { FigureTable } from "./figure-table";
import type { Frame, FramePlace } from "./frame";

/** What "<5" counts as where sizes are added up: the middle of what it may be. */
const UNDER_FIVE = 2;

/**
 * How much of the estimated workforce of a place is in organisations that answered, in whole per cent. An
 * organisation's size is its published headcount, now or at the latest census before that has one; else the mean of the
 * sizes known, in its place and else everywhere. Who employs nobody, or is served by another, has none. From published
 * figures only.
 */
export function workforceCoverage(table: FigureTable, earlier: readonly FigureTable[], frame: Frame) {
  const published = (code: string): number | null => {
    for (const release of [table, ...earlier]) {
      const answer = release.seen(code, "members", "headcount", "all").get("all");
      if (answer?.value !== null && answer?.value !== undefined) return answer.value;
      if (answer?.symbol === "<5") return UNDER_FIVE;
    }
    return null;
  };
  const hasNone = (code: string): boolean => ["nil", "served"].includes(frame.response(code));
  const sizes = new Map(
    frame.places
      .filter(({ level }) => level === "organisation")
      .map(({ code }) => [code, hasNone(code) ? 0 : published(code)]),
  );
  const meanOf = (codes: Iterable<string>): number | null => {
    const known = [...codes].flatMap((code) => (hasNone(code) ? [] : (sizes.get(code) ?? [])));
    return known.length === 0 ? null : known.reduce((sum, size) => sum + size, 0) / known.length;
  };
  const everywhere = meanOf(sizes.keys());

  return ({ organisations }: FramePlace): Answer => {
    const usual = meanOf(organisations) ?? everywhere;
    if (usual === null) return NOT_RETURNED;
    const sizeOf = (code: string): number => sizes.get(code) ?? usual;
    const all = organisations.reduce((sum, code) => sum + sizeOf(code), 0);
    const answered = organisations.reduce(
      (sum, code) => sum + (frame.response(code) === "not_returned" ? 0 : sizeOf(code)),
      0,
    );
    // Where nobody is employed, the answers alone tell.
    if (all === 0)
      return exactly(organisations.every((code) => frame.response(code) !== "not_returned") ? 100 : 0);
    return exactly(Math.round((100 * answered) / all));
  };
}
