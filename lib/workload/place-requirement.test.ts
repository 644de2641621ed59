import { describe, expect, it } from "vitest";
import { devicesRow, PROFILE, serviceOf, staffRow } from "@/tests/support/workload-service";
import { placeRequirement } from "./place-requirement";
import { type RequirementInput, requirement } from "./requirement";

const of = (sent: Partial<RequirementInput>) => {
  const answer = requirement(serviceOf(sent));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
};

describe("the requirement of a place", () => {
  const devices = [devicesRow({ ppmDue: 8000, repairJobs: 0 })];
  const large = of({
    devices,
    staff: [staffRow({ inPost: 3 }), staffRow({ specialism: "rehabilitation", inPost: 1 })],
  });
  const alone = of({ devices });
  const silent = of({ staff: [staffRow({ inPost: 4 })] });

  it("adds up over its services, and says how many are counted", () => {
    const place = placeRequirement([large, alone, silent]);
    const one = large.required?.value ?? 0;
    expect(place).toMatchObject({
      services: 3,
      counted: 2,
      inPost: 8,
      coverage: 3 / 8,
      hours: 12_000,
      deviceHours: 12_000,
    });
    expect(place.required?.value).toBeCloseTo(2 * one, 12);
    expect(place.gap?.required.value).toBeCloseTo(one, 12);
    expect(place.gap?.gap.value).toBeCloseTo(one - 3, 12);
    expect(place.answerIsInterval).toBe(true);
    expect(place.statements.map(({ code }) => code)).toEqual(["required-interval", "gap-interval"]);
    expect(place.statements[1]?.text).toContain("compares 38% of the WTE in post");
  });

  it("is not known where no service is counted, and not nought", () => {
    const place = placeRequirement([silent, of({ profiles: [PROFILE] })]);
    expect(place).toMatchObject({
      services: 2,
      counted: 0,
      required: null,
      gap: null,
      illustrativeShare: null,
    });
    expect(placeRequirement([]).required).toBeNull();
    expect(placeRequirement([alone]).inPost).toBeNull();
  });
});
