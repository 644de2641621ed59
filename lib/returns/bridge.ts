import type { WorkforceRow } from "./parts/workforce";
import { rowKey } from "./row-keys";

/** One step of the way from last year to now. */
export type BridgeStep = { id: string; title: string; value: number; rows: number | null };
/** From a total to a later one: the start and all steps make the end, to the last decimal. */
export type Bridge = { start: number; steps: BridgeStep[]; end: number };

/** WTE carries five decimals: summed as whole hundred-thousandths, so that nothing is lost on the way. */
const SCALE = 100_000;
const units = (wte: number | null): number => Math.round((wte ?? 0) * SCALE);

type Line = Pick<WorkforceRow, "line_type" | "post_ref" | "establishment_wte" | "in_post_wte">;
type Measure = (line: Line) => number;
type Step = { id: string; title: string; of: (before: Line | null, now: Line | null) => boolean };

const isHeld = (line: Line | null): boolean => line !== null && (line.in_post_wte ?? 0) > 0;
const both = (before: Line | null, now: Line | null): boolean => before !== null && now !== null;

const ESTABLISHMENT: readonly Step[] = [
  { id: "added", title: "Posts added", of: (before) => before === null },
  { id: "removed", title: "Posts removed", of: (_, now) => now === null },
  { id: "size", title: "Posts changed in size", of: both },
];
const IN_POST: readonly Step[] = [
  { id: "filled", title: "Vacant posts filled", of: (before, now) => both(before, now) && !isHeld(before) },
  { id: "vacated", title: "Posts vacated", of: (before, now) => both(before, now) && !isHeld(now) },
  { id: "added", title: "Posts added", of: (before) => before === null },
  { id: "removed", title: "Posts removed", of: (_, now) => now === null },
  { id: "size", title: "Hours changed in the same post", of: both },
];

/** Lines by their reference, those of one reference after another; and what the lines without one come to. */
function byReference(lines: readonly Line[]): { keyed: Map<string, Line[]>; loose: Line[] } {
  const keyed = new Map<string, Line[]>();
  const loose: Line[] = [];
  for (const line of lines) {
    const key = rowKey("workforce", line);
    if (key === null) loose.push(line);
    else keyed.set(key, [...(keyed.get(key) ?? []), line]);
  }
  return { keyed, loose };
}

function bridgeOf(
  before: readonly Line[],
  now: readonly Line[],
  measure: Measure,
  steps: readonly Step[],
): Bridge {
  const sum = (lines: readonly Line[]) => lines.reduce((total, line) => total + measure(line), 0);
  const [then, here] = [byReference(before), byReference(now)];
  const totals = new Map<string, { value: number; rows: number }>();
  for (const key of new Set([...then.keyed.keys(), ...here.keyed.keys()])) {
    const [some = [], others = []] = [then.keyed.get(key), here.keyed.get(key)];
    for (let at = 0; at < Math.max(some.length, others.length); at++) {
      const [line, again] = [some[at] ?? null, others[at] ?? null];
      const value = (again ? measure(again) : 0) - (line ? measure(line) : 0);
      const step = steps.find(({ of }) => of(line, again));
      if (!step || value === 0) continue;
      const total = totals.get(step.id) ?? { value: 0, rows: 0 };
      totals.set(step.id, { value: total.value + value, rows: total.rows + 1 });
    }
  }
  const loose = sum(here.loose) - sum(then.loose);
  const told = steps.flatMap(({ id, title }): BridgeStep[] => {
    const total = totals.get(id);
    return total ? [{ id, title, value: total.value / SCALE, rows: total.rows }] : [];
  });
  const rest = {
    id: "not-linked",
    title: "Lines without a post reference",
    value: loose / SCALE,
    rows: null,
  };
  const hasLoose = then.loose.length + here.loose.length > 0;
  return { start: sum(before) / SCALE, steps: hasLoose ? [...told, rest] : told, end: sum(now) / SCALE };
}

/** Funded WTE from last year to now: posts added, removed and changed in size. */
export const establishmentBridge = (before: readonly Line[], now: readonly Line[]): Bridge =>
  bridgeOf(before, now, ({ establishment_wte }) => units(establishment_wte), ESTABLISHMENT);

/** WTE in post from last year to now: posts filled, vacated, added with their holder, removed, and changed in hours. */
export const inPostBridge = (before: readonly Line[], now: readonly Line[]): Bridge =>
  bridgeOf(before, now, ({ in_post_wte }) => units(in_post_wte), IN_POST);

/** What the rows say came and went; null where none says it. */
export type DeviceMoves = { start: number; end: number; steps: readonly DeviceStep[] };
export type DeviceStep = { id: string; title: string; value: number | null };

/** Devices from last year to now: what the rows say came and went, and what none of them explains. */
export function deviceBridge({ start, end, steps }: DeviceMoves): Bridge {
  const said = steps.flatMap(({ id, title, value }): BridgeStep[] =>
    value === null ? [] : [{ id, title, value, rows: null }],
  );
  const rest = end - start - said.reduce((sum, { value }) => sum + value, 0);
  const unexplained = { id: "unexplained", title: "Not explained by the rows", value: rest, rows: null };
  return { start, end, steps: rest === 0 ? said : [...said, unexplained] };
}

/** Whether any line has a reference at each census: without one nothing can be told of single posts. */
export const canBridge = (before: readonly Line[], now: readonly Line[]): boolean =>
  [before, now].every((lines) => lines.some((line) => rowKey("workforce", line) !== null));
