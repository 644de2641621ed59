import { expect, test } from "vitest";
import { ownFigures } from "./own-figures";

const post = { role: "manager", establishment: 2, inPost: 1.5, advertised: 0.5, frozen: 0, cover: 0.25 };
const person = { role: "manager", age: "55_64", headcount: 2, wte: 1.5 };

test("forms vacancy, cover and age shares from exact sums", () => {
  const figures = ownFigures({
    staff: [person, { ...person, age: "unknown", headcount: 1 }, { ...person, age: "25_34", headcount: 2 }],
    posts: [post],
    devices: [
      { sums: { devices: 10, "ppm-due": 8, "ppm-on-time-jobs": 6, "ppm-due-timed": 8 } },
      { sums: { devices: 5, "ppm-due": 4, "ppm-on-time-jobs": null, "ppm-due-timed": null } },
    ],
  });
  expect(figures).toMatchObject({
    establishment: 2,
    vacancy: 0.5,
    vacancyRate: 25,
    unfilled: 0.25,
    unfilledRate: 12.5,
    advertisedRate: 25,
    headcount: 5,
    aged55: 2,
    share55: 50,
    devices: 15,
    ppmDue: 12,
    ppmOnTime: 6,
    onTimeRate: 75,
    reasons: [],
  });
});

test("leaves unknown what was not given, and says why", () => {
  const figures = ownFigures({ staff: [], posts: [{ ...post, establishment: null }], devices: null });
  expect(figures).toMatchObject({
    establishment: null,
    vacancy: null,
    vacancyRate: null,
    devices: null,
    onTimeRate: null,
    share55: null,
  });
  expect(figures.reasons).toHaveLength(2);
});

test("keeps a negative vacancy: more in post than funded", () => {
  expect(ownFigures({ staff: [], posts: [{ ...post, inPost: 3 }], devices: null }).vacancy).toBe(-1);
});
