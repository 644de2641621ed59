import type { View } from "./compile-law";
import { emptyPathTables } from "./path-tables";
import type { Population } from "./population";
import { liveHistories, postHistories } from "./post-histories";
import type { ToldRun } from "./told-run";
import type { YearLaw } from "./year-law";

/** What one history goes by: a law for each year, and what the nation's run under the same laws told of each. */
export type History = { laws: readonly YearLaw[]; told: ToldRun };

export type PathsAsked = {
  population: Population;
  view: View;
  years: number;
  runs: number;
  /** 32 bits. */
  seed: number;
  /** The stream of the place: the same posts meet the same luck under every scenario. 32 bits. */
  stream: number;
  /** The history's laws; called once for each run, in order. */
  historyOf: (run: number) => History;
};

/**
 * What happened in each history: `[(year * 10 + row) * runs + run]`, year 0 the start, row 9 all groups. Posts are
 * whole; WTE as contracted.
 */
export type Paths = {
  years: number;
  runs: number;
  filled: Int32Array;
  vacant: Int32Array;
  inPostWte: Float64Array;
  /** Filled posts whose holder is 55 or older. */
  aged55: Int32Array;
  /** Of the year that ends: filled at the end = filled at the start + joined − left. Year 0 is empty. */
  joined: Int32Array;
  left: Int32Array;
};

/**
 * Simulates every post of a place, history by history, under the yearly law (docs/method/supply.md). One exponential
 * draw against the summed hazard decides a whole stay in a post, or a whole vacancy; random numbers are a function of
 * seed, place, run, post and event, so that two scenarios differ only by what they assume.
 *
 * Where a place's expected posts are no whole number, each history rounds them up or down by a draw; ages within a
 * band are spread by a systematic draw.
 */
export function samplePaths({ population, view, years, runs, seed, stream, historyOf }: PathsAsked): Paths {
  const histories = postHistories(population, view, years);
  const tables = emptyPathTables(years, runs);
  liveHistories(histories, runs, historyOf, { seed, stream }, tables);
  return { years, runs, ...tables };
}
