import { knownMeasure } from "@/lib/measures/catalogue";
import { knownDimension } from "@/lib/measures/dimensions";
import type { Answer } from "./answer";
import { type Build, baseAnswer, isBaseRule, type Question } from "./base-answer";
import { hashOf, inCanonicalOrder } from "./canonical";
import { CATALOGUE, type CatalogueRow } from "./catalogue";
import { workforceCoverage } from "./coverage-answer";
import { censusesPooledAt, pooledRateAt, rateAt } from "./derived-answers";
import type { Figure } from "./figure";
import { newFigureTable } from "./figure-table";
import { layFrame } from "./frame";
import { type LedgerEntry, openLedger } from "./ledger";
import { membersOf } from "./members";
import type { ReleaseInput } from "./release-input";
import { shownCategories } from "./shown-categories";
import { CENSUSES_POOLED } from "./thresholds";
import { sumTruth } from "./truth";

export type BuiltRelease = {
  /** The release table, in canonical order. */
  figures: Figure[];
  /** The ledger as it is now: keep it for ever, and show it to nobody. */
  ledger: LedgerEntry[];
  hash: string;
};

/**
 * Makes a release: every cell of the catalogue is summed, drawn and put under the size rules; rates are then formed
 * from the published figures alone. A pure function of its input, whatever the order of the lists in it.
 *
 * Not attacked: until the attack has found nothing, what comes out is safe against one release and one reader, not
 * against an insider who subtracts.
 */
export function buildRelease(input: ReleaseInput): BuiltRelease {
  const frame = layFrame(input.geography, input.responses);
  const truth = sumTruth(input, frame);
  const build: Build = { frame, truth, key: input.key, ledger: openLedger(input.ledger, input.release) };

  const everybody = frame.places.filter(({ level }) => level === "organisation").map(({ code }) => code);
  const ukOf = (measure: string) => membersOf(everybody, knownMeasure(measure).evidence, frame, truth);
  const categoriesOf = shownCategories(ukOf, input.synthetic, input.key, build.ledger, truth);

  const table = newFigureTable();
  const earlier = [...input.earlier]
    .sort((a, b) => (a.census < b.census ? 1 : -1))
    .slice(0, CENSUSES_POOLED - 1)
    .map(({ figures }) => newFigureTable(figures));

  const fill = (row: CatalogueRow, answer: (question: Question) => Answer | null): void => {
    for (const place of frame.places.filter(({ level }) => row.levels.includes(level))) {
      for (const measure of row.measures.map(knownMeasure)) {
        for (const id of row.dimensions) {
          const dimension = id === "all" ? null : knownDimension(id);
          const parts =
            dimension === null ? [null] : categoriesOf(id).map((category) => ({ dimension, category }));
          for (const part of parts) {
            const found = answer({ place, measure, part });
            if (found !== null)
              table.put(place, row.audience, measure.id, id, part?.category.id ?? "all", found);
          }
        }
      }
    }
  };

  for (const row of CATALOGUE) {
    const { rule } = row;
    if (isBaseRule(rule)) fill(row, (question) => baseAnswer(rule, build, question));
  }
  const coverageAt = workforceCoverage(table, earlier, frame);
  for (const row of CATALOGUE) {
    fill(row, ({ place, measure, part }) => {
      if (row.rule === "rate") {
        return rateAt(
          table,
          place,
          row.audience,
          measure,
          part?.dimension.id ?? "all",
          part?.category.id ?? "all",
        );
      }
      if (row.rule === "coverage") return coverageAt(place);
      if (row.rule === "pooled-rate") return pooledRateAt(table, earlier, place, measure);
      if (row.rule === "censuses-pooled") return censusesPooledAt(table, earlier, place);
      return null;
    });
  }

  const figures = inCanonicalOrder(table.figures());
  return { figures, ledger: build.ledger.entries(), hash: hashOf(figures) };
}
