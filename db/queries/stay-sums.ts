import type { StayRow } from "@/lib/disclosure/release-input";
import type { Reader } from "../transaction";

/**
 * Who of the people of the census before is still there, by hashed key: of the organisations that gave a key for
 * every person at both censuses, since a person without one is neither gone nor here; and of which anybody is found
 * again, since keys made with another key find nobody.
 */
export const staySums = (
  reader: Reader,
  { now, before }: { now: readonly string[]; before: readonly string[] },
): Promise<StayRow[]> =>
  reader.rows<StayRow>(
    `WITH person AS (
       SELECT part_id = ANY($1::uuid[]) AS is_now, person_key,
         coalesce(employer_organisation_code, organisation_code) AS organisation
       FROM intake.workforce_row
       WHERE part_id = ANY($1::uuid[] || $2::uuid[]) AND line_type IN ('person', 'group')
     ), keyed AS (
       SELECT organisation FROM person GROUP BY 1
       HAVING bool_and(person_key IS NOT NULL) AND bool_or(is_now) AND bool_or(NOT is_now)
     )
     SELECT * FROM (SELECT organisation, count(DISTINCT b.person_key)::float8 AS before,
       (count(DISTINCT b.person_key) FILTER (WHERE EXISTS (
         SELECT FROM person n WHERE n.is_now AND n.organisation = b.organisation AND n.person_key = b.person_key
       )))::float8 AS stayed
     FROM person b JOIN keyed USING (organisation) WHERE NOT b.is_now GROUP BY 1) linked
     WHERE stayed > 0 ORDER BY organisation`,
    [now, before],
  );
