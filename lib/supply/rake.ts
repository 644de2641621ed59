/** Some cells of a table, and what they ought to sum to. */
export type Target = { cells: readonly number[]; sum: number };

export type Raked = { iterations: number; converged: boolean };

const MOST_ITERATIONS = 500;

/**
 * Iterative proportional fitting (Deming and Stephan 1940), in place: margin after margin, the cells of each target
 * are scaled to its sum. Margins that agree in their total converge to the table nearest to the start, in the sense
 * of Kullback and Leibler. A target over cells that are all nought is left; it shows as a residual. Values are nought
 * or more, and stay so.
 */
export function rake(values: Float64Array, margins: readonly (readonly Target[])[]): Raked {
  const total = margins[0]?.reduce((sum, target) => sum + target.sum, 0) ?? 0;
  const tolerance = 1e-10 * Math.max(1, total);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    let furthest = 0;
    for (const margin of margins) {
      for (const { cells, sum: wanted } of margin) {
        let sum = 0;
        for (const cell of cells) sum += values[cell] ?? 0;
        furthest = Math.max(furthest, Math.abs(sum - wanted));
        if (sum === 0) continue;
        const factor = wanted / sum;
        for (const cell of cells) values[cell] = (values[cell] ?? 0) * factor;
      }
    }
    if (furthest <= tolerance) return { iterations: iteration + 1, converged: true };
  }
  return { iterations: MOST_ITERATIONS, converged: false };
}
