import type { Reader } from "../../transaction";
import type { OfficialStatistic } from "../reference";

const COLUMNS = `source, organisation, month::text, staff_group AS "staffGroup", start_wte::float8 AS "startWte",
       end_wte::float8 AS "endWte", joiners_wte::float8 AS "joinersWte", leavers_wte::float8 AS "leaversWte"`;

/** Other bodies' statistics of one organisation, oldest first. */
export const officialStatisticsOf = (reader: Reader, organisation: string) =>
  reader.rows<OfficialStatistic>(
    `SELECT ${COLUMNS} FROM published.official_statistic WHERE organisation = $1 ORDER BY staff_group, month`,
    [organisation],
  );

/** Those of every organisation. */
export const allOfficialStatistics = (reader: Reader) =>
  reader.rows<OfficialStatistic>(
    `SELECT ${COLUMNS} FROM published.official_statistic ORDER BY organisation, staff_group, month`,
    [],
  );
