import type { FlowRow } from "@/lib/disclosure/release-input";
import type { Reader } from "../transaction";

/** A flow line's people, with a mover's bands as sent. */
type FlowSum = Omit<FlowRow, "step"> & { bandFrom: string | null; bandTo: string | null };

/** Joiners, leavers and movers of the given files. A service that moved as a whole is no movement of people. */
export const flowSums = (reader: Reader, parts: readonly string[]): Promise<FlowSum[]> =>
  reader.rows<FlowSum>(
    `SELECT organisation_code AS organisation, direction,
       direction = 'leaver' AND coalesce(destination IN ('other_nhs', 'same_organisation_other_service'), false) AS "withinNhs",
       CASE WHEN direction = 'mover' THEN band_from END AS "bandFrom",
       CASE WHEN direction = 'mover' THEN band_to END AS "bandTo", sum(headcount)::float8 AS headcount
     FROM intake.flows_row
     WHERE part_id = ANY($1::uuid[]) AND reason IS DISTINCT FROM 'transfer_of_service'
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [parts],
  );
