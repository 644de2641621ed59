import { expect, test } from "vitest";
import { lookAhead } from "@/lib/scenarios/look-ahead";
import { firstLook } from "@/lib/supply/first-look";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
import { chartCsv } from "./chart-csv";
import { firstLookOf } from "./first-look-chart";
import { placeOf, sceneOf } from "./scene.fixture";

const population = defaultPopulation(1000);
const look = () => firstLookOf(sceneOf([]), placeOf("Y56"), lookAhead({ population, residuals: [] }, "Y56"));

const numbersOf = (sentence: string | undefined) =>
  (sentence?.match(/[\d,]+/g) ?? []).map((text) => Number(text.replace(",", "")));

test("what becomes of the staff in post is said before how often posts fall empty", () => {
  const [stock, flow] = look().sentences;
  expect(stock).toMatch(
    /^If people leave, retire and are replaced at the default rates, staff in post go from /,
  );
  expect(flow).toContain("filled again");
  expect(flow).toContain("counts people who join meanwhile");
});

test("who left after coming back from retirement had retired, and everybody is told of once", () => {
  const { sentences } = look();
  const seen = firstLook(population);
  const total = (flow: "left" | "retired" | "returnedLeft") =>
    seen.years.reduce((sum, { flows }) => sum + (flows?.[flow] ?? 0), 0);
  const [retired = 0, left = 0] = numbersOf(sentences[1]);
  expect(Math.abs(retired - total("retired") - total("returnedLeft"))).toBeLessThanOrEqual(2.5);
  expect(Math.abs(left - total("left"))).toBeLessThanOrEqual(2.5);
  expect(total("returnedLeft")).toBeGreaterThan(5);
});

test("the defaults are named once, and how much of the doubt is theirs stands in words, picture and file", () => {
  const { chart, sentences } = look();
  expect(sentences.filter((one) => one.includes("Rests on illustrative defaults: leaving"))).toHaveLength(1);
  // At default rates what is not known of the rates is all illustrative, and a place of 1,000 posts has some chance.
  const share = /(\d+)% of the variance of staff in post in the last year is due to them\./;
  const said = [sentences.join(" "), chart.source, chartCsv(sceneOf([]).release, chart)].map((text) =>
    Number(share.exec(text)?.[1]),
  );
  expect(said[0]).toBeGreaterThan(20);
  expect(said[0]).toBeLessThan(100);
  expect(said).toEqual(new Array(3).fill(said[0]));
});

test("who has not answered is imputed in a line and a sentence of their own, and in none where all have", () => {
  const imputed = { organisations: 3, share: 0.2, deviation: 0.25 };
  const with_ = firstLookOf(
    sceneOf([]),
    placeOf("Y56"),
    lookAhead({ population, residuals: [] }, "Y56", [], imputed),
  );
  const line = with_.chart.lines.find(({ key }) => key === "in-post-imputed");
  const answered = with_.chart.lines.find(({ key }) => key === "in-post");
  expect(line?.points[0]?.value).toBeCloseTo((answered?.points[0]?.value ?? 0) / 0.8, -1.5);
  expect(line?.points[0]?.range).not.toBeNull();
  expect(with_.sentences.join(" ")).toMatch(
    /3 have not: imputed from like ones, they have 20% of the staff, give or take 25% of that\. With them there are about [\d,]+ WTE \([\d,]+ to [\d,]+\) in post now/,
  );
  expect(look().chart.lines.some(({ key }) => key === "in-post-imputed")).toBe(false);
  expect(look().sentences.join(" ")).not.toContain("imputed");
});
