import { describe, expect, it } from "vitest";
import { buildRelease } from "./build-release";
import { nationOf } from "./nation.fixture";

/**
 * Three departments of 50 with 55 funded posts, and three more: what those say is the case. With one of them alone its
 * figures would be the difference of the whole and the part, which is withheld then.
 */
const region = (others: object, more = ["ZT004", "ZT005", "ZT006"]) => {
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
    nationOf([
      ...["ZT001", "ZT002", "ZT003"].map((code) => told(code, {})),
      ...more.map((code) => told(code, others)),
    ]),
  );
  return (measure: string) => figures.find((one) => one.place === "Y01" && one.measure === measure)?.value;
};

describe("what an organisation does not say of its posts is no nought", () => {
  it("leaves who says nothing of cover out of the unfilled rate, above and below the line", () => {
    const all = region({});
    const without = region({ cover: null });
    expect(all("organisations-with-cover")).toBe(6);
    expect(without("organisations-with-cover")).toBe(3);
    expect(without("establishment")).toBe(all("establishment"));
    expect(Math.abs((without("establishment-with-cover") ?? 0) - 165)).toBeLessThanOrEqual(1);
    // (15 − 6) of 165; with the others' cover as nought it would be (30 − 6) of 330.
    expect(without("vacancy-rate-unfilled")).toBe(5);
  });

  it("leaves who describes no vacancy, and has some, out of the advertised rate", () => {
    const without = region({ advertised: null, frozen: null });
    expect(without("organisations-with-vacancies")).toBe(3);
    expect(Math.abs((without("establishment-with-vacancies") ?? 0) - 165)).toBeLessThanOrEqual(1);
  });

  it("takes who has no vacancy to have said that none is advertised", () => {
    const none = region({ establishment: 50, vacancy: 0, advertised: null, frozen: null });
    expect(none("organisations-with-vacancies")).toBe(6);
  });

  it.each([1, 2])(
    "withholds the part where %i more are in the whole, whose posts would be the difference",
    (more) => {
      const few = region({ cover: null }, ["ZT004", "ZT005"].slice(0, more));
      expect(few("organisations-with-establishment")).toBe(3 + more);
      expect(few("establishment")).not.toBeNull();
      expect(few("establishment-with-cover")).toBeNull();
      expect(few("vacancy-with-cover")).toBeNull();
      expect(few("vacancy-rate-unfilled")).toBeNull();
    },
  );
});
