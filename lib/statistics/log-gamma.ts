/** Σ B₂ₖ / (2k (2k − 1) x^(2k−1)), the remainder of Stirling's series (NIST DLMF 5.11.1); to 1e-16 from x = 12 on. */
export function stirlingRemainder(x: number): number {
  const r = 1 / (x * x);
  return (
    (1 / 12 -
      r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))))) /
    x
  );
}

const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * ln Γ(x) for x > 0, to about 15 digits (near its zeros at 1 and 2, to 1e-14 in absolute terms). Below 12 by
 * Γ(x + 1) = x Γ(x) up to where Stirling's series holds. Zero gives infinity; below zero is a bug and throws.
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) throw new Error(`The gamma function is asked for at ${x}, which is not a number above 0`);
  if (x === 0 || x === Infinity) return Infinity;
  let up = x;
  let product = 1;
  while (up < 12) {
    product *= up;
    up += 1;
  }
  const stirling = (up - 0.5) * Math.log(up) - up + HALF_LOG_TWO_PI + stirlingRemainder(up);
  return product === 1 ? stirling : stirling - Math.log(product);
}
