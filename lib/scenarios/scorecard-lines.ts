import { SCORED_MEASURES, type StoredScore } from "./score-looks";

/** A line of the scorecard: looks of one measure, so many years ahead, over every pair of censuses. */
export type ScorecardLine = Omit<StoredScore, "fromRelease" | "fromCensus"> & {
  /** Pairs of an earlier release and a later census. */
  pairs: number;
  /** 1 − crps ÷ that of "same as then": above nought where the look was better; null where that was exact. */
  skill: number | null;
};

const MEANS = ["covered50", "covered90", "bias", "crps", "intervalScore90", "sameBias", "sameCrps"] as const;

/** Puts stored scores together: a mean over places counts by how many figures it is of. */
export function scorecardLines(scores: readonly StoredScore[]): ScorecardLine[] {
  return SCORED_MEASURES.flatMap((measure) => {
    const own = scores.filter((score) => score.measure === measure);
    const years = [...new Set(own.map(({ yearsAhead }) => yearsAhead))].sort((a, b) => a - b);
    return years.map((yearsAhead): ScorecardLine => {
      const some = own.filter((score) => score.yearsAhead === yearsAhead);
      const figures = some.reduce((sum, score) => sum + score.figures, 0);
      const means = Object.fromEntries(
        MEANS.map((name) => [
          name,
          some.reduce((sum, score) => sum + score[name] * score.figures, 0) / figures,
        ]),
      ) as Record<(typeof MEANS)[number], number>;
      const skill = means.sameCrps > 0 ? 1 - means.crps / means.sameCrps : null;
      return { measure, yearsAhead, pairs: some.length, figures, ...means, skill };
    });
  });
}
