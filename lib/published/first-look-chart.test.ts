import { expect, test } from "vitest";
import { lookAhead } from "@/lib/scenarios/look-ahead";
import { firstLook } from "@/lib/supply/first-look";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
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
