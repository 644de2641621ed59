import type { TableColumn } from "@/lib/reports/table";

/** The columns that every table of a release begins with. */
export const RELEASE_COLUMNS = [
  {
    name: "synthetic",
    title: "Synthetic",
    type: "text",
    words: "Whether the figures are invented: no, or that they are of the sample",
    required: true,
  },
  { name: "release", title: "Release", type: "integer", words: "Number of the release", required: true },
  {
    name: "census",
    title: "Census",
    type: "date",
    words: "Census date, as year-month-day",
    required: true,
  },
] as const satisfies readonly TableColumn[];

/** The columns of a file of figures, in order. */
export const FIGURE_COLUMNS: readonly TableColumn[] = [
  ...RELEASE_COLUMNS,
  {
    name: "provisional",
    title: "Provisional",
    type: "yes_no",
    words: "yes while the collection still takes returns",
    required: true,
  },
  {
    name: "cell_id",
    title: "Cell",
    type: "text",
    words: "A name of the figure that stays the same in every release",
    required: true,
  },
  {
    name: "level",
    title: "Level",
    type: "text",
    words: "united_kingdom, nation, region, board or organisation",
    required: true,
  },
  { name: "place", title: "Place", type: "text", words: "Code of the place", required: true },
  {
    name: "place_name",
    title: "Name of the place",
    type: "text",
    words: "Name of the place",
    required: true,
  },
  {
    name: "dimension",
    title: "Breakdown",
    type: "text",
    words: "What it is broken down by; all where by nothing",
    required: true,
  },
  {
    name: "category",
    title: "Category",
    type: "text",
    words: "Which part of that; all for the total. Two joined by + are published together",
    required: true,
  },
  {
    name: "measure",
    title: "Measure",
    type: "text",
    words: "The measure, as in its address",
    required: true,
  },
  {
    name: "unit",
    title: "Unit",
    type: "text",
    words: "people, wte, percent, devices, jobs and so on",
    required: true,
  },
  {
    name: "basis",
    title: "Basis",
    type: "text",
    words: "returned: as organisations sent it, with nothing added for those that did not",
    required: true,
  },
  {
    name: "value",
    title: "Value",
    type: "number",
    words: "The figure; empty where there is none. Empty is not zero",
  },
  { name: "symbol", title: "Symbol", type: "text", words: "In place of a value, one of the symbols below" },
  { name: "reason", title: "Reason", type: "text", words: "Why there is no value, in a sentence" },
  { name: "low", title: "Low", type: "number", words: "The least that the true value can be" },
  { name: "high", title: "High", type: "number", words: "The most that the true value can be" },
  {
    name: "organisations_behind",
    title: "Organisations behind it",
    type: "integer",
    words: "On how many organisations the figure rests",
  },
  {
    name: "organisations_answered",
    title: "Organisations that answered",
    type: "integer",
    words: "How many organisations of the place answered",
  },
  {
    name: "source",
    title: "Source",
    type: "text",
    words:
      "Source, census and release; where few have answered, that; of an organisation, whether it answered, its host, and that it sent no devices",
    required: true,
  },
];
