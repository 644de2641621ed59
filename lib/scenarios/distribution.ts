import { z } from "zod";
import { inverseNormal } from "@/lib/statistics/inverse-normal";

const finite = z.number();

/** How an uncertain number is spread. `fixed` has no spread. */
export const DISTRIBUTION = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), value: finite }),
  z
    .strictObject({ kind: z.literal("uniform"), low: finite, high: finite })
    .refine(({ low, high }) => low <= high, { error: "expected low to be at most high", path: ["low"] }),
  z
    .strictObject({ kind: z.literal("triangular"), low: finite, mode: finite, high: finite })
    .refine(({ low, mode, high }) => low <= mode && mode <= high, {
      error: "expected low, mode and high in rising order",
      path: ["mode"],
    }),
  z.strictObject({ kind: z.literal("normal"), mean: finite, deviation: finite.min(0) }),
  z.strictObject({
    kind: z.literal("lognormal"),
    median: finite.positive(),
    /** Nine times in ten the value lies between median ÷ factor and median × factor. */
    factor: finite.min(1),
  }),
]);
export type Distribution = z.infer<typeof DISTRIBUTION>;

/** The normal deviate that 95 in 100 lie below. */
const Z95 = 1.6448536269514722;

/** The value below which the share `p` (0 < p < 1) of the distribution lies. */
export function quantileOf(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case "fixed":
      return distribution.value;
    case "uniform":
      return distribution.low + p * (distribution.high - distribution.low);
    case "triangular": {
      const { low, mode, high } = distribution;
      const width = high - low;
      if (width === 0) return low;
      const turn = (mode - low) / width;
      return p <= turn
        ? low + Math.sqrt(p * width * (mode - low))
        : high - Math.sqrt((1 - p) * width * (high - mode));
    }
    case "normal":
      return distribution.mean + distribution.deviation * inverseNormal(p);
    case "lognormal":
      return distribution.median * Math.exp((Math.log(distribution.factor) / Z95) * inverseNormal(p));
  }
}

/** The value that an expectation uses: the number itself, the mode of a triangle, else the middle. */
export const centreOf = (distribution: Distribution): number =>
  distribution.kind === "triangular" ? distribution.mode : quantileOf(distribution, 0.5);

/** The least and the greatest value that it can take, infinite where it has no bound. */
export function boundsOf(distribution: Distribution): { low: number; high: number } {
  switch (distribution.kind) {
    case "fixed":
      return { low: distribution.value, high: distribution.value };
    case "uniform":
    case "triangular":
      return { low: distribution.low, high: distribution.high };
    case "normal":
      return distribution.deviation === 0
        ? { low: distribution.mean, high: distribution.mean }
        : { low: -Infinity, high: Infinity };
    case "lognormal":
      return distribution.factor === 1
        ? { low: distribution.median, high: distribution.median }
        : { low: 0, high: Infinity };
  }
}
