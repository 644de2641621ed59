import { GROUP_COUNT } from "./groups";
import type { Paths } from "./sample-paths";

/** Where a year of one history is counted, by group. */
export type YearCounts = {
  filled: Float64Array;
  vacant: Float64Array;
  inPostWte: Float64Array;
  aged55: Float64Array;
  joined: Float64Array;
  left: Float64Array;
};

const TABLES = ["filled", "vacant", "inPostWte", "aged55", "joined", "left"] as const;
const ROWS = GROUP_COUNT + 1;
/** Histories that are kept before they are written: their values of a cell lie side by side, a line of the cache. */
const BLOCK = 16;

const emptyCounts = (): YearCounts => ({
  filled: new Float64Array(GROUP_COUNT),
  vacant: new Float64Array(GROUP_COUNT),
  inPostWte: new Float64Array(GROUP_COUNT),
  aged55: new Float64Array(GROUP_COUNT),
  joined: new Float64Array(GROUP_COUNT),
  left: new Float64Array(GROUP_COUNT),
});

/** Turns histories, which come run by run, into tables in which the runs of a year and row lie side by side. */
export class PathWriter {
  private readonly tables: Paths;
  private readonly kept: Record<(typeof TABLES)[number], Float64Array>;
  private readonly counts = emptyCounts();
  private readonly rows: readonly number[];
  private run = 0;
  private year = 0;

  /** `groups` are those that may have posts: the others stay empty. */
  constructor(
    private readonly years: number,
    private readonly runs: number,
    private readonly groups: readonly number[],
  ) {
    const size = (years + 1) * ROWS * runs;
    this.tables = {
      years,
      runs,
      filled: new Int32Array(size),
      vacant: new Int32Array(size),
      inPostWte: new Float64Array(size),
      aged55: new Int32Array(size),
      joined: new Int32Array(size),
      left: new Int32Array(size),
    };
    const kept = () => new Float64Array((years + 1) * ROWS * BLOCK);
    this.kept = Object.fromEntries(TABLES.map((table) => [table, kept()])) as typeof this.kept;
    this.rows = [...groups, GROUP_COUNT];
  }

  /** Begins a history: what is counted in the answer is of year 0, until `next`. */
  begin(run: number): YearCounts {
    this.run = run;
    this.year = 0;
    return this.counts;
  }

  /** Takes what was counted, and empties it for the next year. */
  next(): void {
    const { counts, kept, groups } = this;
    const slot = this.run % BLOCK;
    const base = this.year * ROWS;
    for (const table of TABLES) {
      const from = counts[table];
      const to = kept[table];
      let all = 0;
      for (const group of groups) {
        const value = from[group] as number;
        all += value;
        to[(base + group) * BLOCK + slot] = value;
        from[group] = 0;
      }
      to[(base + GROUP_COUNT) * BLOCK + slot] = all;
    }
    this.year += 1;
  }

  /** Ends a history. */
  end(): void {
    this.next();
    if (this.run % BLOCK === BLOCK - 1 || this.run === this.runs - 1) this.flush();
  }

  private flush(): void {
    const first = this.run - (this.run % BLOCK);
    const count = this.run - first + 1;
    for (const table of TABLES) {
      const from = this.kept[table];
      const to = this.tables[table];
      for (let year = 0; year <= this.years; year += 1) {
        for (const row of this.rows) {
          const cell = year * ROWS + row;
          for (let at = 0; at < count; at += 1) {
            to[cell * this.runs + first + at] = from[cell * BLOCK + at] as number;
          }
        }
      }
    }
  }

  paths(): Paths {
    return this.tables;
  }
}
