import { describe, expect, it } from "vitest";
import { profileRow } from "@/tests/support/workload-service";
import { wholeService } from "./whole-service";

describe("the units of a service together", () => {
  const small = profileRow({ annual_leave_days: 27, establishmentWte: 5, individualAllowanceHours: 100 });
  const large = profileRow({ annual_leave_days: 31, establishmentWte: 15, individualAllowanceHours: 300 });
  const silent = profileRow({ establishmentWte: 100 });

  it("have the mean of what they gave, weighted by establishment, whatever their order", () => {
    for (const units of [
      [small, large, silent],
      [silent, large, small],
    ]) {
      const whole = wholeService(units);
      expect(whole.numbers.annual_leave_days).toBe(30);
      expect(whole.differing).toEqual(["annual_leave_days"]);
    }
  });

  it("have the plain mean where one that gave it has no establishment", () => {
    expect(wholeService([small, { ...large, establishmentWte: null }]).numbers.annual_leave_days).toBe(29);
  });

  it("have the sum of their individual allowances, and null where none gave any", () => {
    expect(wholeService([small, large, silent]).individualAllowanceHours).toBe(400);
    expect(wholeService([silent]).individualAllowanceHours).toBeNull();
    expect(wholeService([silent]).numbers.annual_leave_days).toBeNull();
  });

  it("keep a rota each", () => {
    const whole = wholeService([
      profileRow({ onCall: "full", onCallRotaPeople: 6 }),
      profileRow({ onCall: "none" }),
      silent,
    ]);
    expect(whole.rotas).toEqual([
      { onCall: "full", people: 6 },
      { onCall: "none", people: null },
    ]);
  });
});
