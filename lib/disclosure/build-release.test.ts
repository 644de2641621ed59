import { describe, expect, it } from "vitest";
import { EVIDENCE } from "@/lib/measures/evidence";
import { ITEM_MEASURES } from "@/lib/measures/response-measures";
import { buildRelease } from "./build-release";
import { cutPoint, roundPeople } from "./draw";
import type { Figure } from "./figure";
import { nationOf, TEST_KEY } from "./nation.fixture";

const find = (figures: readonly Figure[], name: string): Figure | undefined =>
  figures.find(
    ({ cellId }) =>
      cellId === name || cellId === name.replace(/^(\w+:\w+:[\w-]+)$/, "$1:all:all:returned:public"),
  );

const answer = (figures: readonly Figure[], name: string) => {
  const figure = find(figures, name);
  return figure === undefined ? undefined : [figure.value ?? figure.symbol, figure.low, figure.high];
};

const people = (members: string, count: number, categories = "all"): number =>
  roundPeople(count, cutPoint(TEST_KEY, `staff|${members}|${categories}`, 0));

const THREE = [
  { code: "ZT001", under: "QA1", staff: 23, establishment: 25 },
  { code: "ZT002", under: "QA1", staff: 31, establishment: 33.5 },
  { code: "ZT003", under: "QA1", staff: 12, establishment: 12 },
] as const;

describe("a board of three organisations", () => {
  const { figures, ledger } = buildRelease(nationOf(THREE));

  it("shows its people to five, by the cut point of its members", () => {
    const published = people("ZT001+ZT002+ZT003", 66);
    expect(answer(figures, "board:QA1:headcount")).toEqual([published, published - 4, published + 4]);
  });

  it("shows establishment and vacancy to one", () => {
    const [establishment, low, high] = answer(figures, "board:QA1:establishment") ?? [];
    expect([70, 71]).toContain(establishment);
    expect([low, high]).toEqual([Number(establishment) - 1, Number(establishment) + 1]);
    expect([4, 5]).toContain(answer(figures, "board:QA1:vacancy")?.[0]);
  });

  it("is the same cell as its region, its nation and the kingdom, where nobody else is", () => {
    for (const place of ["region:Y01", "nation:E92000001", "united_kingdom:K02000001"]) {
      expect(answer(figures, `${place}:headcount`)).toEqual(answer(figures, "board:QA1:headcount"));
      expect(answer(figures, `${place}:vacancy`)).toEqual(answer(figures, "board:QA1:vacancy"));
    }
  });

  it("enters each drawn cell once", () => {
    const all = ledger.filter(({ ident }) => ident === "staff|ZT001+ZT002+ZT003|all");
    expect(all).toEqual([
      { ident: "staff|ZT001+ZT002+ZT003|all", draws: 0, withheld: false, firstRelease: 1 },
    ]);
  });

  it("says nothing of a place in which nobody was asked", () => {
    expect(figures.some(({ place }) => place === "W92000004")).toBe(false);
  });

  it("tells the public of an organisation whether it answered and sent its devices, and no figure of its people, posts or devices", () => {
    const told = figures.filter((figure) => figure.level === "organisation" && figure.audience === "public");
    expect(new Set(told.map(({ measure }) => measure))).toEqual(
      new Set([
        "responded",
        ...["organisations", "organisations-responded"],
        ...["organisations-returned", "organisations-with-devices"],
      ]),
    );
    for (const { measure, value } of told)
      expect(measure === "responded" ? [0, 100] : [0, 1]).toContain(value);
  });
});

describe("fewer than three organisations", () => {
  const { figures } = buildRelease(
    nationOf([
      ...THREE,
      {
        code: "ZT004",
        under: "QA2",
        staff: 14,
        establishment: 15,
        devices: [{ devices: 100, ppmDue: 10, ppmOnTime: 9 }],
      },
      { code: "ZT005", under: "QB1", staff: 40 },
      { code: "ZT006", under: "QB1", staff: 17 },
    ]),
  );

  it("withholds the board from the public, all of it", () => {
    const shown = figures.filter(
      ({ place, audience, value }) => place === "QA2" && audience === "public" && value !== null,
    );
    expect(new Set(shown.map(({ measure }) => measure))).toEqual(
      new Set([
        "organisations",
        "organisations-responded",
        "organisations-spoken-for",
        ...Object.values(EVIDENCE).map(({ countId }) => countId),
        ...ITEM_MEASURES.map(({ id }) => id),
        "workforce-coverage",
        "responded",
      ]),
    );
    expect(answer(figures, "board:QA2:headcount")).toEqual(["c", null, null]);
    expect(answer(figures, "board:QA2:devices")).toEqual(["c", null, null]);
  });

  it("shows members the organisation's own figure for a board of one", () => {
    expect(answer(figures, "board:QA2:headcount:all:all:returned:members")).toEqual(
      answer(figures, "organisation:ZT004:headcount:all:all:returned:members"),
    );
  });

  it("shows members the sum of the two published figures, not a third rounding", () => {
    const sum = people("ZT005", 40) + people("ZT006", 17);
    expect(answer(figures, "board:QB1:headcount:all:all:returned:members")).toEqual([sum, sum - 8, sum + 8]);
    expect(
      figures.some(
        ({ place, measure, audience, dimension }) =>
          place === "QB1" && measure === "headcount" && audience === "members" && dimension !== "all",
      ),
    ).toBe(false);
  });

  it("draws the region, in which there are four", () => {
    const published = people("ZT001+ZT002+ZT003+ZT004", 80);
    expect(answer(figures, "region:Y01:headcount")?.[0]).toBe(published);
  });

  it("leaves a board whose organisations gave no establishment without posts, not with none", () => {
    expect(answer(figures, "board:QB1:establishment")).toEqual([":", null, null]);
    expect(answer(figures, "board:QB1:vacancy-rate")).toEqual([":", null, null]);
  });
});

describe("who answered", () => {
  const { figures } = buildRelease(
    nationOf([
      ...THREE,
      { code: "ZT004", under: "QA2", state: "nil" },
      { code: "ZT005", under: "QA2", state: "served" },
      { code: "ZT006", under: "QA2", state: "not_returned" },
      { code: "ZT007", under: "QB1", state: "not_returned" },
    ]),
  );

  it("counts nil and served as answers", () => {
    expect(answer(figures, "board:QA2:responded")?.[0]).toBe(66.7);
    expect(answer(figures, "united_kingdom:K02000001:organisations-responded")?.[0]).toBe(5);
    expect(answer(figures, "organisation:ZT004:responded")?.[0]).toBe(100);
    expect(answer(figures, "organisation:ZT006:responded")?.[0]).toBe(0);
  });

  it("reads nobody's answer as not returned", () => {
    expect(answer(figures, "board:QB1:headcount")).toEqual([":", null, null]);
    expect(find(figures, "board:QB1:headcount:all:all:returned:members")).toBeUndefined();
    expect(answer(figures, "organisation:ZT006:headcount:all:all:returned:members")).toEqual([
      ":",
      null,
      null,
    ]);
  });

  it("reads a nil return as under five", () => {
    expect(answer(figures, "organisation:ZT004:headcount:all:all:returned:members")).toEqual(["<5", 0, 4]);
  });

  it("keeps nil returns in the cell, without counting them as company", () => {
    expect(answer(figures, "region:Y01:headcount")?.[0]).toBe(people("ZT001+ZT002+ZT003+ZT004", 66));
    const few = buildRelease(
      nationOf([...THREE.slice(0, 2), { code: "ZT004", under: "QA1", state: "nil" }]),
    ).figures;
    expect(answer(few, "board:QA1:headcount")).toEqual(["c", null, null]);
    expect(answer(few, "board:QA1:establishment")).toEqual(["c", null, null]);
  });

  it("refuses lines of an organisation that has not returned", () => {
    const input = nationOf([{ code: "ZT001", under: "QA1", staff: 5, state: "not_returned" }]);
    expect(() => buildRelease(input)).toThrow("ZT001, which has not returned");
  });
});

describe("an organisation, to members", () => {
  const { figures } = buildRelease(
    nationOf([
      {
        code: "ZT001",
        under: "QA1",
        staff: [{ headcount: 30, age: "55_64" }, { headcount: 60 }],
        establishment: 100,
      },
      {
        code: "ZT002",
        under: "QA1",
        staff: [
          { headcount: 40, role: "associate", band: "4", age: "25_34", specialism: "renal" },
          { headcount: 70, role: "clinical_scientist", band: "7", age: "55_64" },
        ],
      },
      { code: "ZT003", under: "QA1", staff: 6, establishment: 10 },
      { code: "ZT004", under: "QA1", staff: [{ headcount: 60, role: "manager", band: "8b", age: "25_34" }] },
    ]),
  );
  const seen = (code: string, measure: string, of = "all:all") =>
    answer(figures, `organisation:${code}:${measure}:${of}:returned:members`);

  it("has coarse groups from a published headcount of ten", () => {
    expect(seen("ZT001", "headcount", "age3:55_and_over")?.[0]).toBe(
      people("ZT001", 30, "age:55_64+65_plus"),
    );
    expect(seen("ZT003", "headcount", "age3:55_and_over")).toEqual(["c", null, null]);
  });

  it("has a share aged 55 and over from twenty, with its range", () => {
    const [value, low, high] = seen("ZT001", "share-55-and-over") ?? [];
    expect(value).toBe(33);
    expect(Number(low)).toBeLessThanOrEqual(33);
    expect(Number(high)).toBeGreaterThanOrEqual(33);
    expect(seen("ZT003", "share-55-and-over")).toEqual(["c", null, null]);
  });

  it("has a vacancy band from a published headcount of ten, if it gave its establishment", () => {
    expect(seen("ZT001", "vacancy-band")).toEqual([3, 3, 3]);
    expect(seen("ZT002", "vacancy-band")).toEqual([":", null, null]);
    expect(seen("ZT003", "vacancy-band")).toEqual(["c", null, null]);
  });
});

describe("posts", () => {
  it("leaves an organisation without establishment out of vacancy and establishment alike", () => {
    const { figures } = buildRelease(
      nationOf([...THREE, { code: "ZT004", under: "QA1", staff: 500, establishment: null }]),
    );
    expect([70, 71]).toContain(answer(figures, "board:QA1:establishment")?.[0]);
    expect([4, 5]).toContain(answer(figures, "board:QA1:vacancy")?.[0]);
    expect(answer(figures, "board:QA1:organisations-with-establishment")?.[0]).toBe(3);
    expect(answer(figures, "board:QA1:headcount")?.[0]).toBe(people("ZT001+ZT002+ZT003+ZT004", 566));
  });

  it("counts people whom no budget line covers against the establishment", () => {
    const over = {
      code: "ZT003",
      under: "QA1",
      staff: 12,
      posts: [
        { establishment: 4, inPost: 4 },
        { establishment: null, inPost: 8 },
      ],
    };
    const { figures } = buildRelease(nationOf([THREE[0], THREE[1], over]));
    expect([-4, -3]).toContain(answer(figures, "board:QA1:vacancy")?.[0]);
    expect(answer(figures, "board:QA1:vacancy-rate")?.[0]).toBeLessThan(0);
  });

  it("keeps a board's posts to five where its headcount reads under five", () => {
    const tiny = ["ZT001", "ZT002", "ZT003"].map((code) => ({
      code,
      under: "QA1",
      staff: code === "ZT001" ? 1 : 0,
      establishment: 1,
    }));
    const { figures } = buildRelease(nationOf(tiny));
    expect(answer(figures, "board:QA1:headcount")?.[0]).toBe("<5");
    expect(["<5", 5]).toContain(answer(figures, "board:QA1:establishment")?.[0]);
  });
});

describe("a board's vacancy rates", () => {
  const census = (establishment: number) =>
    buildRelease(nationOf(THREE.map((one) => ({ ...one, establishment })))).figures;

  it("pool this census with the two before it", () => {
    const before = [
      { census: "2023-03-31", figures: census(1000) },
      { census: "2025-03-31", figures: census(27) },
      { census: "2024-03-31", figures: census(26) },
    ];
    const { figures } = buildRelease(nationOf(THREE, { earlier: before }));
    const sum = (measure: string) =>
      [figures, before[1]?.figures, before[2]?.figures].reduce(
        (total, one) => total + Number(answer(one ?? [], `board:QA1:${measure}`)?.[0]),
        0,
      );
    expect(answer(figures, "board:QA1:vacancy-rate")?.[0]).toBe(
      Math.round((100 * sum("vacancy")) / sum("establishment")),
    );
    expect(answer(figures, "board:QA1:censuses-pooled")?.[0]).toBe(3);
  });

  it("pool what there is, and say how many", () => {
    const { figures } = buildRelease(nationOf(THREE));
    expect(answer(figures, "board:QA1:censuses-pooled")?.[0]).toBe(1);
    expect([6, 7]).toContain(answer(figures, "board:QA1:vacancy-rate")?.[0]);
  });
});

describe("planned maintenance on time", () => {
  it("is over the rows that say, and exact", () => {
    const rows = [
      { devices: 50, ppmDue: 40, ppmDueDone: 30, ppmOnTime: 25 },
      { devices: 10, ppmDue: 1000, ppmDueDone: 1000, ppmOnTime: null },
    ];
    const { figures } = buildRelease(nationOf(THREE.map((one) => ({ ...one, devices: rows }))));
    expect(answer(figures, "board:QA1:planned-maintenance-on-time")).toEqual([62.5, 62.5, 62.5]);
    expect(answer(figures, "board:QA1:ppm-due")).toEqual([3120, 3120, 3120]);
    expect(answer(figures, "board:QA1:devices")).toEqual([180, 180, 180]);
  });

  it("is withheld where fewer than three say, though the jobs due are shown", () => {
    const says = [{ devices: 50, ppmDue: 40, ppmDueDone: 30, ppmOnTime: 25 }];
    const doesNot = [{ devices: 50, ppmDue: 40, ppmDueDone: 30, ppmOnTime: null }];
    const { figures } = buildRelease(
      nationOf(THREE.map((one) => ({ ...one, devices: one.code === "ZT003" ? doesNot : says }))),
    );
    expect(answer(figures, "board:QA1:ppm-due")?.[0]).toBe(120);
    expect(answer(figures, "board:QA1:ppm-on-time-jobs")).toEqual(["c", null, null]);
    expect(answer(figures, "board:QA1:planned-maintenance-on-time")).toEqual(["c", null, null]);
  });

  it("leaves rows that do not say how many jobs fell due out, and does not read them as nought", () => {
    const silent = [{ devices: 50, ppmDue: null, ppmDueDone: null, ppmOnTime: 7 }];
    const none = buildRelease(nationOf(THREE.map((one) => ({ ...one, devices: silent })))).figures;
    for (const measure of ["ppm-due", "ppm-due-done", "ppm-on-time-jobs", "planned-maintenance-on-time"]) {
      expect(answer(none, `board:QA1:${measure}`), measure).toEqual([":", null, null]);
    }
    expect(answer(none, "board:QA1:devices")?.[0]).toBe(150);
    expect(answer(none, "board:QA1:organisations-with-maintenance")?.[0]).toBe(0);
  });

  it("is not returned where no job fell due, and not nought", () => {
    const { figures } = buildRelease(
      nationOf(THREE.map((one) => ({ ...one, devices: [{ devices: 5, ppmOnTime: 0 }] }))),
    );
    expect(answer(figures, "board:QA1:planned-maintenance-on-time")).toEqual([":", null, null]);
  });
});

describe("the ledger", () => {
  it("decides the draw, and keeps what is withheld withheld, WTE and all", () => {
    const ident = "staff|ZT001+ZT002+ZT003|all";
    const withheld = buildRelease(
      nationOf(THREE, { ledger: [{ ident, draws: 4, withheld: true, firstRelease: 1 }], release: 2 }),
    );
    expect(answer(withheld.figures, "board:QA1:headcount")).toEqual(["c", null, null]);
    expect(answer(withheld.figures, "board:QA1:in-post")).toEqual(["c", null, null]);
    expect(withheld.ledger.find((entry) => entry.ident === ident)).toEqual({
      ident,
      draws: 4,
      withheld: true,
      firstRelease: 1,
    });

    const redrawn = buildRelease(
      nationOf(THREE, { ledger: [{ ident, draws: 3, withheld: false, firstRelease: 1 }] }),
    );
    expect(answer(redrawn.figures, "board:QA1:headcount")?.[0]).toBe(
      roundPeople(66, cutPoint(TEST_KEY, ident, 3)),
    );
  });
});
