import { describe, expect, it } from "vitest";
import { type RiskFacts, riskParagraph } from "./risk-paragraph";

const KNOWN: RiskFacts = {
  organisation: "RJ1",
  census: "2026-03-31",
  establishmentWte: 24.6,
  inPostWte: 21.2,
  vacancyWte: 3.4,
  vacancyRate: 13.821,
  unfilledWte: 2.4,
  share55: 31.25,
  ppmDue: 4100,
  ppmDone: 3690,
  highRiskDue: 900,
  highRiskDone: 837,
  requirement: "The work counted asks for 26.0 WTE (22.1 to 30.4 WTE).",
};
const NOTHING: RiskFacts = {
  ...KNOWN,
  establishmentWte: null,
  vacancyWte: null,
  vacancyRate: null,
  unfilledWte: null,
  share55: null,
  ppmDue: null,
  ppmDone: null,
  highRiskDue: null,
  highRiskDone: null,
  requirement: null,
};

describe("the paragraph for a risk register", () => {
  it("states the organisation's own figures, and is marked not for publication", () => {
    const text = riskParagraph(KNOWN);
    expect(text).toMatch(/^NOT FOR PUBLICATION/);
    expect(text).toContain(
      "Of 24.6 WTE funded, 21.2 are in post: 3.4 WTE (13.8%) are vacant, and 2.4 WTE of them have no temporary cover either.",
    );
    expect(text).toContain("31% of staff of known age are 55 or over.");
    // 410 of 4,100 and 63 of 900, by hand.
    expect(text).toContain(
      "410 of 4,100 (10.0%) jobs were not done, among them 63 of 900 (7.0%) of those on high-risk devices.",
    );
    expect(text).toContain("The work counted asks for 26.0 WTE");
    expect(text).not.toContain("Not known");
  });

  it("says no vacancy of more in post than funded, and nothing of high risk where it is not known", () => {
    const over = riskParagraph({
      ...KNOWN,
      inPostWte: 25.6,
      vacancyWte: -1,
      vacancyRate: -4.1,
      unfilledWte: -2,
    });
    expect(over).toMatch(/25\.6 are in post: 1(\.0)? WTE more than funded, and none is vacant on balance\./);
    expect(over).not.toContain("-1");
    expect(riskParagraph({ ...KNOWN, inPostWte: 24.6, vacancyWte: 0 })).toContain(
      "in post: none is vacant on balance.",
    );
    const some = riskParagraph({ ...KNOWN, highRiskDue: null });
    expect(some).toContain("jobs were not done. ");
    expect(some).toContain("Not known from it: planned maintenance of high-risk devices.");
    const odd = riskParagraph({ ...KNOWN, highRiskDue: 10, highRiskDone: 12 });
    expect(odd).not.toContain("high-risk");
  });

  it("names what is not known and never takes it for nothing", () => {
    const text = riskParagraph(NOTHING);
    expect(text).toContain("21.2 WTE are in post.");
    expect(text).toContain(
      "Not known from it: establishment, ages, planned maintenance, what the work asks for.",
    );
    expect(text).not.toMatch(/\b0\b|null|NaN/);
  });
});
