import { describe, expect, it } from "vitest";
import { buildRelease } from "./build-release";
import { nationOf } from "./nation.fixture";

const coverageOf = (
  departments: Parameters<typeof nationOf>[0],
  place: string,
  earlier: Parameters<typeof nationOf>[1] = {},
) =>
  buildRelease(nationOf(departments, earlier)).figures.find(
    (figure) => figure.place === place && figure.measure === "workforce-coverage",
  );

const answered = (code: string, staff: number) => ({ code, under: "QA1", staff });
const missing = (code: string) => ({ code, under: "QA1", state: "not_returned" as const });

describe("the workforce covered", () => {
  it("takes an organisation that never answered to be as large as the others of its place", () => {
    const figure = coverageOf([answered("ZT001", 40), answered("ZT002", 20), missing("ZT003")], "QA1");
    expect(figure).toMatchObject({ value: 67, symbol: null, audience: "public" });
  });

  it("takes one that answered before to be as large as it was", () => {
    const before = buildRelease(
      nationOf([answered("ZT001", 40), answered("ZT002", 20), answered("ZT003", 100)]),
    );
    const figure = coverageOf([answered("ZT001", 40), answered("ZT002", 20), missing("ZT003")], "QA1", {
      earlier: [{ census: "2025-03-31", figures: before.figures }],
    });
    expect(figure?.value).toBe(Math.round((100 * 60) / 160));
  });

  it("gives no size to who employs nobody or is served by another", () => {
    const figure = coverageOf(
      [
        answered("ZT001", 40),
        answered("ZT002", 20),
        { code: "ZT003", under: "QA1", state: "nil" },
        { code: "ZT004", under: "QA1", state: "served" },
      ],
      "QA1",
    );
    expect(figure?.value).toBe(100);
  });

  it("says nothing where no size is known", () => {
    expect(coverageOf([missing("ZT001")], "QA1")).toMatchObject({ value: null, symbol: ":" });
  });
});
