import type { Cell, TableColumn, TableShape } from "@/lib/reports/table";
import type { StoredScore } from "@/lib/scenarios/score-looks";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";
import { unitOfScored } from "./scorecard-words";

const column = (type: TableColumn["type"], name: string, title: string, words: string): TableColumn => ({
  name,
  title,
  type,
  words,
  required: true,
});

/** How looks ahead from earlier releases did on this one's census: means over places. */
export const SCORES_TABLE: TableShape = {
  id: "scores",
  title: "Scores of earlier looks ahead",
  rowIs: "one measure, as a look ahead from one earlier release foresaw it for this census",
  columns: [
    ...RELEASE_COLUMNS,
    column("text", "measure", "Measure", "What was looked at"),
    column("text", "unit", "Unit", "What bias and scores are in"),
    column("integer", "from_release", "From release", "The release that was looked ahead from"),
    column("date", "from_census", "From census", "Its census"),
    column("integer", "years_ahead", "Years ahead", "How far it looked"),
    column("integer", "figures", "Figures", "How many places were scored"),
    column("number", "covered_50", "Covered, 50%", "The share that came within the middle half of the range"),
    column("number", "covered_90", "Covered, 90%", "The share that came within the 90% range"),
    column("number", "bias", "Bias", "How far it was too high on average; below nought, too low"),
    column("number", "crps", "Score", "Continuous ranked probability score; less is better"),
    column("number", "interval_score_90", "Interval score", "Score of the 90% range; less is better"),
    column("number", "same_as_then_bias", "Bias of same as then", "The bias of saying that nothing changes"),
    column(
      "number",
      "same_as_then_crps",
      "Score of same as then",
      "The score of saying that nothing changes",
    ),
  ],
  key: ["release", "measure", "from_release"],
};

export const scoreRows = (release: Release, scores: readonly StoredScore[]): Cell[][] =>
  scores.map((score) => [
    ...releaseCells(release),
    score.measure,
    unitOfScored(score.measure),
    score.fromRelease,
    score.fromCensus,
    score.yearsAhead,
    score.figures,
    score.covered50,
    score.covered90,
    score.bias,
    score.crps,
    score.intervalScore90,
    score.sameBias,
    score.sameCrps,
  ]);
