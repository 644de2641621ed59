import { describe, expect, it } from "vitest";
import { checkText } from "../testing/check-text";

const HEADER =
  "period_start,period_end,organisation_code,category,maintenance_model,device_count_end,category_local,risk_class";
const line = (local: string, risk = "") => `2025-04-01,2026-03-31,RJ1,ultrasound,in_house,4,${local},${risk}`;

async function found(...lines: string[]) {
  const { report } = await checkText([HEADER, ...lines].join("\n"), "devices");
  return {
    doubled: report.findings
      .filter(({ code }) => code === "duplicate-devices")
      .map(({ line, message }) => [line, message]),
    summed: report.findings
      .filter(({ code }) => code === "devices-summed")
      .map(({ message }) => message.split(" ")[0]),
  };
}

describe("the same devices", () => {
  it("twice are doubled, whichever of several local names they have", async () => {
    const lines = [line("A"), line("B"), line("C", "high"), line("B"), line("A"), line("C", "low")];
    expect(await found(...lines)).toEqual({
      doubled: [
        [5, "The same devices are on line 3."],
        [6, "The same devices are on line 2."],
      ],
      summed: ["3"],
    });
  });

  it("without local name and risk class are doubled at once", async () => {
    expect(await found(line(""), line(""))).toEqual({
      doubled: [[3, "The same devices are on line 2."]],
      summed: [],
    });
  });
});
