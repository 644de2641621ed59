import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import type { Reader } from "../../transaction";

/** The rates that the returns behind a release tell of, each cause's profession first. */
export const ratesOf = (reader: Reader, release: number) =>
  reader.rows<PublishedRate>(
    `SELECT rate, staff_group AS "group", value, low, high, people, events, organisations, prior_share AS "priorShare"
     FROM published.rate WHERE release = $1
     ORDER BY array_position(ARRAY['leave', 'move', 'promote', 'retire', 'fill'], rate), staff_group <> 'all', staff_group`,
    [release],
  );
