import { philox4x32 } from "@/lib/statistics/philox";
import { quantileOf } from "./distribution";
import { type EffectiveAssumption, isUncertain, spreadOf } from "./effective-assumptions";
import { isYearly } from "./known";
import type { Draw } from "./laws-of-scenario";

const KEY = 0x70617261;
/** The longest horizon of a scenario. */
const MOST_YEARS = 30;

/** A number of 32 bits from a text (FNV-1a), so that a parameter keeps its stream whatever stands beside it. */
export function streamOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * The uncertain assumptions' values in one history, in their order. Each is a function of seed, run and what it is, so
 * that scenarios share the draws of what they share. Those that `held` says stay at their centre.
 */
export function drawParameters(
  assumptions: readonly EffectiveAssumption[],
  seed: number,
  run: number,
  held: (one: EffectiveAssumption) => boolean = () => false,
): Draw {
  const block = new Uint32Array(4);
  return assumptions.filter(isUncertain).map((one) => {
    if (held(one)) return undefined;
    const { id, groups, programme = "", place = "" } = one;
    // Two programmes may lead to one group, and each nation has its own.
    const of = programme + place === "" ? 0 : streamOf(programme + place);
    const valueIn = (year: number): number => {
      philox4x32(block, streamOf(id), groups[0] ?? 0, run, of + year, seed, KEY);
      return quantileOf(spreadOf(one), ((block[0] as number) + 0.5) / 4294967296);
    };
    return isYearly(id) ? Array.from({ length: MOST_YEARS }, (_, year) => valueIn(year)) : valueIn(0);
  });
}
