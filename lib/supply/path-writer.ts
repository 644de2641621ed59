import { GROUP_COUNT } from "./groups";
import type { Paths } from "./sample-paths";

/** What is counted of one group over one history, by year from 0. The first three are changes on the year before. */
export type Tallies = {
  posts: Int32Array;
  filled: Int32Array;
  aged55: Int32Array;
  joined: Int32Array;
  left: Int32Array;
  inPostWte: Float64Array;
};

const ROWS = GROUP_COUNT + 1;
/** Histories that are kept before they are written: their values of a cell lie side by side, a line of the cache. */
const BLOCK = 16;

type Tables = Pick<Paths, "filled" | "vacant" | "aged55" | "joined" | "left" | "inPostWte">;
const COUNTED = ["filled", "vacant", "aged55", "joined", "left"] as const;

function emptyTables(size: number): Tables {
  return {
    filled: new Int32Array(size),
    vacant: new Int32Array(size),
    aged55: new Int32Array(size),
    joined: new Int32Array(size),
    left: new Int32Array(size),
    inPostWte: new Float64Array(size),
  };
}

/** Turns histories, which come run by run and group by group, into tables in which the runs of a year and row lie side by side. */
export class PathWriter {
  /** Where the history of a group is counted, until `take`. */
  readonly tallies: Tallies;
  private readonly tables: Tables;
  private readonly kept: Tables;
  private readonly rows: readonly number[];

  /** `groups` are those that may have posts: the others stay empty. */
  constructor(
    private readonly years: number,
    private readonly runs: number,
    groups: readonly number[],
  ) {
    const length = years + 1;
    this.tables = emptyTables(length * ROWS * runs);
    this.kept = emptyTables(length * ROWS * BLOCK);
    this.rows = [...groups, GROUP_COUNT];
    this.tallies = {
      posts: new Int32Array(length),
      filled: new Int32Array(length),
      aged55: new Int32Array(length),
      joined: new Int32Array(length),
      left: new Int32Array(length),
      inPostWte: new Float64Array(length),
    };
  }

  /** Takes what was counted of a group, and empties it for the next. */
  take(run: number, group: number): void {
    const { posts, filled, aged55, joined, left, inPostWte } = this.tallies;
    const { kept } = this;
    const { filled: toFilled, vacant: toVacant, aged55: toAged55 } = kept;
    const { joined: toJoined, left: toLeft, inPostWte: toWte } = kept;
    const step = ROWS * BLOCK;
    let at = group * BLOCK + (run % BLOCK);
    let all = GROUP_COUNT * BLOCK + (run % BLOCK);
    let there = 0;
    let full = 0;
    let old = 0;
    for (let year = 0; year <= this.years; year += 1, at += step, all += step) {
      there += posts[year] as number;
      full += filled[year] as number;
      old += aged55[year] as number;
      toFilled[at] = full;
      toFilled[all] = (toFilled[all] as number) + full;
      toVacant[at] = there - full;
      toVacant[all] = (toVacant[all] as number) + there - full;
      toAged55[at] = old;
      toAged55[all] = (toAged55[all] as number) + old;
      toJoined[at] = joined[year] as number;
      toJoined[all] = (toJoined[all] as number) + (joined[year] as number);
      toLeft[at] = left[year] as number;
      toLeft[all] = (toLeft[all] as number) + (left[year] as number);
      toWte[at] = inPostWte[year] as number;
      toWte[all] = (toWte[all] as number) + (inPostWte[year] as number);
      posts[year] = 0;
      filled[year] = 0;
      aged55[year] = 0;
      joined[year] = 0;
      left[year] = 0;
      inPostWte[year] = 0;
    }
  }

  /** Ends a history. */
  end(run: number): void {
    if (run % BLOCK !== BLOCK - 1 && run !== this.runs - 1) return;
    const first = run - (run % BLOCK);
    const count = run - first + 1;
    const { kept, tables } = this;
    for (let year = 0; year <= this.years; year += 1) {
      for (const row of this.rows) {
        const read = (year * ROWS + row) * BLOCK;
        const write = (year * ROWS + row) * this.runs + first;
        for (const table of COUNTED) copyCounts(kept[table], read, tables[table], write, count);
        copyWte(kept.inPostWte, read, tables.inPostWte, write, count);
      }
    }
    for (const table of COUNTED) kept[table].fill(0);
    kept.inPostWte.fill(0);
  }

  paths(): Paths {
    return { years: this.years, runs: this.runs, ...this.tables };
  }
}

/* Twice, so that each meets one kind of table, which is what makes it fast. */
function copyCounts(from: Int32Array, read: number, to: Int32Array, write: number, count: number): void {
  for (let at = 0; at < count; at += 1) to[write + at] = from[read + at] as number;
}
function copyWte(from: Float64Array, read: number, to: Float64Array, write: number, count: number): void {
  for (let at = 0; at < count; at += 1) to[write + at] = from[read + at] as number;
}
