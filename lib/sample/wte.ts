/** WTE is held to five decimals (as the NHS workforce data set does): summed in hundred-thousandths, exactly. */
const PER_WTE = 100_000;

export const sumWte = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * PER_WTE), 0) / PER_WTE;

/** Up to five decimals, none where it is whole: `1`, `0.8`, `0.93333`. */
export const wteText = (wte: number): string => String(Math.round(wte * PER_WTE) / PER_WTE);
