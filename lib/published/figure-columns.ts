/** The columns of a file of figures, in order, each with what it holds. */
export const FIGURE_COLUMN_WORDS = {
  synthetic: "Whether the figures are invented: no, or that they are of the sample",
  release: "Number of the release",
  census: "Census date, as year-month-day",
  provisional: "yes while the collection still takes returns",
  cell_id: "A name of the figure that stays the same in every release",
  level: "united_kingdom, nation, region, board or organisation",
  place: "Code of the place",
  place_name: "Name of the place",
  dimension: "What it is broken down by; all where by nothing",
  category: "Which part of that; all for the total. Two joined by + are published together",
  measure: "The measure, as in its address",
  unit: "people, wte, percent, devices, jobs and so on",
  basis: "returned: as organisations sent it, with nothing added for those that did not",
  value: "The figure; empty where there is none. Empty is not zero",
  symbol: "In place of a value, one of the symbols below",
  reason: "Why there is no value, in a sentence",
  low: "The least that the true value can be",
  high: "The most that the true value can be",
  organisations_behind: "On how many organisations the figure rests",
  organisations_answered: "How many organisations of the place answered",
  source:
    "Source, census and release; where few have answered, that; of an organisation, whether it answered, its host, and that it sent no devices",
} as const;

export const FIGURE_COLUMNS = Object.keys(FIGURE_COLUMN_WORDS) as (keyof typeof FIGURE_COLUMN_WORDS)[];
