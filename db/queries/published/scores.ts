import type { StoredScore } from "@/lib/scenarios/score-looks";
import type { Reader } from "../../transaction";

/** How earlier looks ahead did on the censuses of these releases. */
export const scoresOf = (reader: Reader, releases: readonly number[]) =>
  reader.rows<StoredScore & { release: number }>(
    `SELECT release, measure, from_release AS "fromRelease", from_census::text AS "fromCensus", years_ahead AS "yearsAhead",
       figures, covered_50 AS "covered50", covered_90 AS "covered90", bias, crps, interval_score_90 AS "intervalScore90",
       same_bias AS "sameBias", same_crps AS "sameCrps"
     FROM published.score WHERE release = ANY($1) ORDER BY release, measure, from_release`,
    [releases],
  );
