import { describe, expect, it } from "vitest";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { Level } from "@/lib/places/place";
import { type Answer, NOT_RETURNED, shown, underFive, WITHHELD } from "./answer";
import { asRate } from "./derived-answers";
import { peopleInterval } from "./interval";
import { rateAnswer } from "./rate-answer";
import { isRateParts, ratePartsOf } from "./rate-parts";

type Published = Record<string, Record<string, Answer>>;

const people = (value: number): Answer =>
  value === 0 ? underFive(peopleInterval(0)) : shown(value, peopleInterval(value));
const posts = (value: number): Answer => shown(value, { low: value - 1, high: value + 1 });

function rate(id: string, level: Level, published: Published) {
  const measure = asRate(knownMeasure(id));
  const parts = ratePartsOf(
    measure.rate,
    level,
    (of, dimension) => new Map(Object.entries(published[`${of} ${dimension}`] ?? {})),
  );
  const { value, symbol, low, high } = isRateParts(parts) ? rateAnswer(measure, level, parts) : parts;
  return [value ?? symbol, low, high];
}

const ages = (of: Record<string, Answer>, headcount: Answer): Published => ({
  "headcount all": { all: headcount },
  "headcount age": of,
});
const vacancy = (vacant: Answer, establishment: Answer, cover = posts(0)): Published => ({
  "vacancy all": { all: vacant },
  "establishment all": { all: establishment },
  "vacancy-with-cover all": { all: vacant },
  "establishment-with-cover all": { all: establishment },
  "temporary-cover all": { all: cover },
});

describe("rates are arithmetic on published figures", () => {
  it.each([
    ["whole per cent from 50", "vacancy-rate", "region", vacancy(posts(6), posts(90)), [7, 5, 8]],
    ["one decimal from 500", "vacancy-rate", "region", vacancy(posts(31), posts(500)), [6.2, 5.9, 6.5]],
    ["withheld under 50", "vacancy-rate", "region", vacancy(posts(6), posts(49)), ["c", null, null]],
    ["negative is kept", "vacancy-rate", "region", vacancy(posts(-9), posts(100)), [-9, -11, -7]],
    ["nought at region", "vacancy-rate", "region", vacancy(posts(0), posts(100)), [0, -2, 2]],
    ["no 0% below region", "vacancy-rate", "board", vacancy(posts(0), posts(100)), ["<5", -2, 2]],
    [
      "unfilled takes cover away",
      "vacancy-rate-unfilled",
      "region",
      vacancy(posts(9), posts(100), posts(4)),
      [5, 2, 8],
    ],
    [
      "withheld with its numerator",
      "vacancy-rate",
      "region",
      vacancy(WITHHELD, posts(100)),
      ["c", null, null],
    ],
    [
      "not returned with its denominator",
      "vacancy-rate",
      "region",
      vacancy(posts(1), NOT_RETURNED),
      [":", null, null],
    ],
  ] as const)("%s", (_, id, level, published, expected) =>
    expect(rate(id, level, published)).toEqual(expected),
  );
});

describe("the share aged 55 and over", () => {
  const known = { "55_64": people(20), "65_plus": people(5), unknown: people(10) };
  it.each([
    ["leaves people of unknown age out of the denominator", "region", ages(known, people(110)), [25, 15, 36]],
    [
      "counts under five as nought in a sum",
      "region",
      ages({ ...known, "65_plus": people(0) }, people(110)),
      [20, 14, 31],
    ],
    [
      "is only bounded when all of its numerator is under five",
      "region",
      ages({ "55_64": people(0), "65_plus": people(0), unknown: people(0) }, people(100)),
      ["<5", 0, 9],
    ],
    [
      "takes a merged category that is within it",
      "region",
      ages({ "55_64+65_plus": people(25), unknown: people(10) }, people(110)),
      [25, 19, 32],
    ],
    [
      "is withheld when a merged category straddles it",
      "region",
      ages({ "45_54+55_64": people(25), "65_plus": people(5), unknown: people(10) }, people(110)),
      ["c", null, null],
    ],
    ["is withheld without the breakdown", "region", ages({}, people(110)), ["c", null, null]],
    [
      "never says that everybody is, below region",
      "board",
      ages({ "55_64": people(60), "65_plus": people(0), unknown: people(0) }, people(60)),
      [99, 87, 100],
    ],
    [
      "may say so at region",
      "region",
      ages({ "55_64": people(60), "65_plus": people(0), unknown: people(0) }, people(60)),
      [100, 87, 100],
    ],
    [
      "is never over 100",
      "region",
      ages({ "55_64": people(60), "65_plus": people(5), unknown: people(0) }, people(60)),
      [100, 89, 100],
    ],
  ] as const)("%s", (_, level, published, expected) =>
    expect(rate("share-55-and-over", level, published)).toEqual(expected),
  );

  const coarse = (under: number, middle: number, over: number): Published => ({
    "headcount age3": { under_35: people(under), "35_to_54": people(middle), "55_and_over": people(over) },
  });
  it.each([
    ["rests on an organisation's three groups", coarse(5, 10, 5), [25, 4, 57]],
    ["needs twenty of them", coarse(5, 5, 5), ["c", null, null]],
    ["prints an upper bound", coarse(10, 10, 0), ["<5", 0, 25]],
  ] as const)("of an organisation %s", (_, published, expected) =>
    expect(rate("share-55-and-over", "organisation", published)).toEqual(expected),
  );
});
