import { logGamma, stirlingRemainder } from "./log-gamma";

const EPSILON = 1e-16;
const TINY = 1e-300;

/** x^a e^−x / Γ(a + 1), for a large shape without taking large numbers from one another. */
function front(a: number, x: number): number {
  if (a < 12) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  const mu = (x - a) / a;
  return Math.exp(-a * (mu - Math.log1p(mu)) - stirlingRemainder(a)) / Math.sqrt(2 * Math.PI * a);
}

/** Σ x^k / ((a + 1) … (a + k)), NIST DLMF 8.11.4. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * EPSILON; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Γ(a, x) e^x x^−a (DLMF 8.9.2), by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; ; k += 1) {
    const an = -k * (k - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < 4 * EPSILON) return h;
  }
}

/**
 * Both regularised incomplete gamma functions: `lower` P(a, x), the share of a gamma variable of shape a and rate 1
 * that lies below x, and `upper` Q = 1 − P, each with its own relative accuracy near 1e-13. a > 0, x ≥ 0; else throws.
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0 && x >= 0 && a < Infinity)) {
    throw new Error(`The incomplete gamma function is asked for with shape ${a} at ${x}`);
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = Math.min(1, front(a, x) * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front(a, x) * a * fraction(a, x));
  return { lower: 1 - upper, upper };
}
