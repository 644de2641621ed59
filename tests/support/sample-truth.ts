import { readFileSync } from "node:fs";
import { SAMPLE_SEED, sampleNation } from "@/lib/sample/sample-nation";
import { usualIntervals } from "@/lib/sample/usual-intervals";
import { type ExactFigures, independentFigures, riskClasses, summed } from "./independent-figures";
import { value } from "./service-site";

/** What each organisation of the sample sent to a census, and what that says of every place above it. */
export type SampleTruth = {
  census: string;
  files: Map<string, { workforce: string; devices: string }>;
  answers: Map<string, "returned" | "nil" | "not_returned">;
  organisations: Map<string, ExactFigures>;
  /** Organisations asked, by place. */
  under: Map<string, string[]>;
  at(place: string): ExactFigures;
};

const categories = readFileSync("data/reference/categories.csv", "utf8");
export const RISKS = riskClasses(categories);

/** The truth of the sample's censuses, oldest first, from its files' text. */
export function sampleTruths(): SampleTruth[] {
  const nation = sampleNation(SAMPLE_SEED, value(usualIntervals(categories)));
  return nation.collections.map(({ census, returns }) => {
    const files: SampleTruth["files"] = new Map();
    const answers: SampleTruth["answers"] = new Map();
    const organisations: SampleTruth["organisations"] = new Map();
    const under: SampleTruth["under"] = new Map();
    for (const sent of returns) {
      const { code, board, region } = sent.organisation;
      answers.set(code, sent.state);
      if (sent.state === "returned") {
        files.set(code, sent.files);
        organisations.set(code, independentFigures(sent.files, RISKS));
      }
      for (const place of [code, board, region, "E92000001", "K02000001"])
        under.set(place, [...(under.get(place) ?? []), code]);
    }
    return {
      census,
      files,
      answers,
      organisations,
      under,
      at: (place) => summed((under.get(place) ?? []).map((code) => organisations.get(code) ?? new Map())),
    };
  });
}
