import { expect, test } from "vitest";
import { exampleContext } from "../testing/example-context";
import { judgeFile } from "./judge-file";
import { sameServed, servedWith } from "./served-by";

const profile = (...lines: string[]) =>
  judgeFile({
    part: "profile",
    source: new TextEncoder().encode(
      ["organisation_code,census_date,service_unit,organisations_served", ...lines].join("\n"),
    ),
    context: exampleContext,
  });
const line = (unit: string, served: string) => `RJ1,2026-03-31,${unit},${served}`;

test("whom profiles say is served is added to what those in work say; one with errors says nothing", async () => {
  const [one, other] = [await profile(line("One", "RJ2")), await profile(line("Other", ""))];
  const wrong = await profile(line("Wrong", "RJ2"), "RJ1,yesterday,Late,");
  expect(wrong.report.verdict).toBe("errors");
  expect(servedWith(null, [])).toBeNull();
  expect(servedWith(null, [wrong])).toBeNull();
  expect(servedWith(null, [other])).toEqual([]);
  expect(servedWith(["RYJ"], [one, other])).toEqual(["RJ2", "RYJ"]);
  expect(servedWith(["RYJ"], [wrong])).toEqual(["RYJ"]);
});

test("no answer is another one than none served", () => {
  expect(sameServed(null, [])).toBe(false);
  expect(sameServed(["A", "B"], ["B", "A"])).toBe(true);
});
