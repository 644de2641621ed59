import { describe, expect, it } from "vitest";
import { buildRelease } from "./build-release";
import { nationOf } from "./nation.fixture";

/** Three departments of 50 with 55 funded posts; what the fourth says is the case. */
const region = (fourth: object) => {
  const told = (code: string, of: object) => ({
    code,
    under: "QA1",
    staff: 50,
    posts: [
      {
        establishment: 55,
        inPost: 50,
        vacancy: 5,
        cover: 2,
        advertised: 3,
        frozen: 1,
        role: "manager",
        ...of,
      },
    ],
  });
  const { figures } = buildRelease(
    nationOf([told("ZT001", {}), told("ZT002", {}), told("ZT003", {}), told("ZT004", fourth)]),
  );
  return (measure: string) => figures.find((one) => one.place === "Y01" && one.measure === measure)?.value;
};

describe("what an organisation does not say of its posts is no nought", () => {
  it("leaves who says nothing of cover out of the unfilled rate, above and below the line", () => {
    const all = region({});
    const without = region({ cover: null });
    expect(all("organisations-with-cover")).toBe(4);
    expect(without("organisations-with-cover")).toBe(3);
    expect(without("establishment")).toBe(all("establishment"));
    expect(Math.abs((without("establishment-with-cover") ?? 0) - 165)).toBeLessThanOrEqual(1);
    // (15 − 6) of 165; with the fourth's cover as nought it would be (20 − 6) of 220.
    expect(without("vacancy-rate-unfilled")).toBe(5);
  });

  it("leaves who describes no vacancy, and has some, out of the advertised rate", () => {
    const without = region({ advertised: null, frozen: null });
    expect(without("organisations-with-vacancies")).toBe(3);
    expect(Math.abs((without("establishment-with-vacancies") ?? 0) - 165)).toBeLessThanOrEqual(1);
  });

  it("takes who has no vacancy to have said that none is advertised", () => {
    const none = region({ establishment: 50, vacancy: 0, advertised: null, frozen: null });
    expect(none("organisations-with-vacancies")).toBe(4);
  });
});
