/** The model's single ages, 16 to 75; the last stands for 75 and over. */
export const YOUNGEST = 16;
export const AGE_COUNT = 60;
/** The position (age less 16) of 55, from which on people are counted as near retirement. */
export const AT_55 = 55 - YOUNGEST;
export const OLDEST = YOUNGEST + AGE_COUNT - 1;

/** The single ages over which a band of the return is spread, evenly; open bands have the width of the others. */
const SPAN: Readonly<Record<string, readonly [number, number]>> = {
  under_25: [20, 24],
  "25_29": [25, 29],
  "30_34": [30, 34],
  "35_39": [35, 39],
  "40_44": [40, 44],
  "45_49": [45, 49],
  "50_54": [50, 54],
  "55_59": [55, 59],
  "60_64": [60, 64],
  "65_69": [65, 69],
  "70_plus": [70, 74],
};

/** The age bands of the return, youngest first, without `unknown`. */
export const AGE_BAND_IDS: readonly string[] = Object.keys(SPAN);

/** The first and last position (age less 16) of a band of the return; another code is a bug and throws. */
export function spanOf(band: string): { from: number; to: number } {
  const span = SPAN[band];
  if (span === undefined) throw new Error(`No age band is called ${band}`);
  return { from: span[0] - YOUNGEST, to: span[1] - YOUNGEST };
}

/** The band of a position; those below 20 and from 75 on belong to the open bands. */
export function bandAt(position: number): string {
  const age = position + YOUNGEST;
  return AGE_BAND_IDS.findLast((band) => (SPAN[band]?.[0] ?? 0) <= age) ?? "under_25";
}

/** Value by single age from steps `[from age, value]`, in rising order. */
export function byAge(steps: readonly (readonly number[])[]): number[] {
  return Array.from({ length: AGE_COUNT }, (_, position) => {
    const step = steps.findLast(([from]) => (from ?? 0) <= position + YOUNGEST);
    return step?.[1] ?? 0;
  });
}
