import { describe, expect, it } from "vitest";
import { RETURN_CHECKS } from "./return-checks";
import { RULE_SUBJECTS, shownExample } from "./rule-catalogue";
import { RULES } from "./rules";

const ALL = [...RULES, ...RETURN_CHECKS];

describe("the rule catalogue", () => {
  it("holds every rule once, under what it is about", () => {
    const codes = RULE_SUBJECTS.flatMap(({ rules }) => rules.map(({ code }) => code));
    expect([...codes].sort()).toEqual(ALL.map(({ code }) => code).sort());
    expect(new Set(codes).size).toBe(codes.length);
    expect(RULE_SUBJECTS.map(({ id }) => id)).not.toContain("others");
  });

  it("has no anchor twice and no two rules of one title", () => {
    const anchors = [...RULE_SUBJECTS.map(({ id }) => id), ...ALL.map(({ code }) => code)];
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(new Set(ALL.map(({ title }) => title)).size).toBe(ALL.length);
  });

  it("shows of every rule a file that trips it and another that does not", () => {
    for (const rule of ALL) {
      const [trips, passes] = [shownExample(rule, "trips"), shownExample(rule, "passes")];
      for (const { text } of trips) expect(text.split("\n").length, rule.code).toBeGreaterThan(1);
      expect(passes, rule.code).not.toEqual(trips);
    }
  });

  it("says in which cells an example differs", () => {
    const rule = RULES.find(({ code }) => code === "required");
    expect(rule && shownExample(rule, "trips")[0]?.differs).toEqual(["role is empty"]);
  });
});
