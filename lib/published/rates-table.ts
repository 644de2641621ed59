import type { Cell, TableColumn, TableShape } from "@/lib/reports/table";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";
import { unitOfRate } from "./scorecard-words";

const number = (name: string, title: string, words: string): TableColumn => ({
  name,
  title,
  type: "number",
  words,
  required: true,
});

/** The rates of the supply model that the returns behind a release tell of. */
export const RATES_TABLE: TableShape = {
  id: "rates",
  title: "Rates of the supply model",
  rowIs: "one rate of the profession or of one of its groups, estimated from the returns behind the release",
  columns: [
    ...RELEASE_COLUMNS,
    {
      name: "rate",
      title: "Rate",
      type: "text",
      words: "leave, move, promote, retire or fill",
      required: true,
    },
    {
      name: "group",
      title: "Group",
      type: "text",
      words: "The group of staff; all is the profession",
      required: true,
    },
    { name: "unit", title: "Unit", type: "text", words: "What the value is in", required: true },
    number("value", "Value", "The rate"),
    number("low", "Low", "The lower end of its 90% interval"),
    number("high", "High", "The upper end of its 90% interval"),
    number("people", "People", "Person-years that tell of it, or posts for filling, to five"),
    number("events", "Events", "How often it happened, to five"),
    { ...number("organisations", "Organisations", "How many organisations tell of it"), type: "integer" },
    number(
      "prior_share",
      "Prior share",
      "The share of the value that does not come from people and events of its own",
    ),
  ],
  key: ["release", "rate", "group"],
};

export const rateRows = (release: Release, rates: readonly PublishedRate[]): Cell[][] =>
  rates.map(({ rate, group, value, low, high, people, events, organisations, priorShare }) => [
    ...releaseCells(release),
    rate,
    group,
    unitOfRate({ rate, group }),
    value,
    low,
    high,
    people,
    events,
    organisations,
    priorShare,
  ]);
