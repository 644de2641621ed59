import { isPublishedAt } from "@/lib/disclosure/catalogue";
import { MEASURES } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { Level } from "@/lib/places/place";
import type { Cell, TableColumn, TableShape } from "@/lib/reports/table";
import { RELEASE_COLUMNS } from "./figure-columns";
import { termsInWords } from "./rate-words";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";

const text = (name: string, title: string, words: string): TableColumn => ({
  name,
  title,
  type: "text",
  words,
});

/** The dictionary of measures: what each is, how it is formed, and for which levels it is published. */
export const MEASURES_TABLE: TableShape = {
  id: "measures",
  title: "Measures",
  rowIs: "one measure, as it is defined now",
  columns: [
    ...RELEASE_COLUMNS,
    { ...text("measure", "Measure", "The measure, as in its address"), required: true },
    { ...text("title", "Title", "Its name"), required: true },
    { ...text("unit", "Unit", "people, wte, percent, devices, jobs and so on"), required: true },
    text("definition", "Definition", "What it is, in plain English"),
    text("formula", "Formula", "How it is formed, in words"),
    text("numerator", "Numerator", "Of a rate or share: what is divided, each a published figure"),
    text("denominator", "Denominator", "Of a rate or share: by what it is divided, each a published figure"),
    text("topic", "Topic", "What it is about"),
    text("better", "Better", "higher or lower where that is better; none where neither is"),
    text("counted", "Counted", "What an organisation must have done to be counted"),
    text("shown_from", "Shown from", "What must be there before it is shown"),
    text("levels", "Levels", "The levels that it is published for, with spaces between"),
    text("part", "Part", "The part of a return that it comes from"),
    text("part_columns", "Columns", "The columns of that part that it comes from, with spaces between"),
  ],
  key: ["release", "measure"],
};

const LEVELS: readonly Level[] = ["united_kingdom", "nation", "region", "board", "organisation"];

/** The measures of which anything is published. */
export const measureRows = (release: Release): Cell[][] =>
  MEASURES.flatMap((measure) => {
    const levels = LEVELS.filter((level) => isPublishedAt(level, measure.id));
    if (levels.length === 0) return [];
    return [
      [
        ...releaseCells(release),
        measure.id,
        measure.title,
        measure.unit,
        measure.definition,
        measure.formula,
        measure.rate ? termsInWords(measure.rate.numerator) : null,
        measure.rate && measure.rate.kind !== "difference" ? termsInWords(measure.rate.denominator) : null,
        measure.topic,
        measure.polarity,
        measure.evidence === null ? null : evidenceOf(measure.evidence).did,
        measure.minimumEvidence,
        levels.join(" "),
        measure.source.part,
        measure.source.columns.join(" ") || null,
      ],
    ];
  });
