import { incompleteGamma } from "./incomplete-gamma";
import { inverseNormal } from "./inverse-normal";
import { logGamma } from "./log-gamma";

/** Wilson and Hilferty's cube for a shape above one; the head of the series below. */
function firstGuess(p: number, shape: number, logGammaOfShape: number): number {
  if (shape > 0.5) {
    const guess = shape * (1 - 1 / (9 * shape) + inverseNormal(p) / (3 * Math.sqrt(shape))) ** 3;
    if (guess > 0.02 * shape) return guess;
  }
  return Math.exp((Math.log(p) + Math.log(shape) + logGammaOfShape) / shape);
}

/**
 * The value below which the share `p` (0 to 1) of a gamma variable lies, whose density is x^(shape−1) e^(−rate·x):
 * Halley's method on the incomplete gamma function from Wilson and Hilferty's start, to about 13 digits. It rises
 * strictly with p, so a gamma variable is drawn by it from a uniform one, and common uniforms give common draws.
 * Shape and rate above zero; else throws.
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  if (!(p >= 0 && p <= 1 && shape > 0 && rate > 0)) {
    throw new Error(`A gamma quantile is asked for at ${p} with shape ${shape} and rate ${rate}`);
  }
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const logGammaOfShape = logGamma(shape);
  let x = firstGuess(p, shape, logGammaOfShape);
  for (let round = 0; round < 40; round += 1) {
    // A share so small that its value is no number above zero.
    if (x <= 0) return 0;
    const { lower, upper } = incompleteGamma(shape, x);
    // In the upper half the other tail is the smaller and so the more exact.
    const miss = p < 0.5 ? lower - p : 1 - p - upper;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGammaOfShape);
    const step = miss / density;
    const halley = step / (1 - 0.5 * Math.min(1, step * ((shape - 1) / x - 1)));
    if (!Number.isFinite(halley)) return x / rate;
    x = x - halley > 0 ? x - halley : x / 2;
    if (Math.abs(halley) < 1e-11 * x) break;
  }
  return x / rate;
}
