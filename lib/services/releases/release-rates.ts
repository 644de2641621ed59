import { declaredRows } from "@/db/queries/declared-rows";
import { allOfficialStatistics } from "@/db/queries/published/official-statistics";
import type { Reader } from "@/db/transaction";
import { turnoverRates } from "@/lib/places/turnover-rates";
import { FLOWS } from "@/lib/returns/parts/flows";
import { WORKFORCE } from "@/lib/returns/parts/workforce";
import type { FlowLine } from "@/lib/supply/estimation/exits-of-flows";
import type { PersonLine } from "@/lib/supply/estimation/people-at-risk";
import { type PublishedRate, publishedRates } from "@/lib/supply/estimation/published-rates";
import { type ReturnYear, rowsOfYears } from "@/lib/supply/estimation/rows-of-years";
import type { Approved } from "./release-rows";

/** The approved answers of a census. */
export type Answers = { census: string; approved: Approved };

/**
 * The rates that the approved returns of a census and of those before it tell of, as a release may publish them. Answers
 * of two censuses a year apart make a year: whose posts they were, and what became of them. Official turnover of other
 * professions enters where it is known.
 *
 * @param answers oldest first
 */
export async function releaseRates(reader: Reader, answers: readonly Answers[]): Promise<PublishedRate[]> {
  const years: ReturnYear[] = [];
  for (const { census, approved } of answers) {
    const files = (name: string) =>
      approved.flatMap(({ parts }) => parts.filter(({ part }) => part === name).map(({ id }) => id));
    years.push({
      census,
      people: (await declaredRows(reader, WORKFORCE, files("workforce"))) as unknown as PersonLine[],
      flows: (await declaredRows(reader, FLOWS, files("flows"))) as unknown as FlowLine[],
      told: new Set(
        approved
          .filter(({ parts }) => parts.some(({ part }) => part === "flows"))
          .map(({ organisation }) => organisation),
      ),
    });
  }
  const { exits, fills, byYear } = rowsOfYears(years);
  const until = answers.at(-1)?.census ?? "";
  return publishedRates(exits, fills, turnoverRates(await allOfficialStatistics(reader), until), byYear);
}
