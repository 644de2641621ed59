import type { NationReturn } from "@/lib/sample/nation/nation";
import type { NationFile } from "@/lib/sample/nation/part-file";
import { committedText } from "./committed-tables";
import { type ExactFigures, summed } from "./exact-figures";
import { independentFigures, riskClasses } from "./independent-figures";
import { type IndependentWorkload, independentWorkloads } from "./independent-workload";
import { smallNation } from "./sample-nation";

/** What each organisation of the sample sent to a census, and what that says of every place above it. */
export type SampleTruth = {
  census: string;
  files: Map<string, readonly NationFile[]>;
  answers: Map<string, NationReturn["state"]>;
  /** Those that sent a return or leave it to a host. */
  spokenFor: Set<string>;
  /** What each return makes, by the organisation that sent it and the one that it is of. */
  sent: Map<string, Map<string, ExactFigures>>;
  /** What the work of each service asks for, by the organisation that sent it. */
  workloads: Map<string, IndependentWorkload>;
  /** Organisations asked, by place. */
  under: Map<string, string[]>;
  /** Of a place, or of one organisation, whoever's lines speak of it. */
  at(place: string): ExactFigures;
};

export const RISKS = riskClasses(committedText("categories.csv"));

/** The truth of the sample's censuses, oldest first, from its files' text. */
export function sampleTruths(): SampleTruth[] {
  return smallNation().collections.map(({ census, returns }) => {
    const files: SampleTruth["files"] = new Map();
    const answers: SampleTruth["answers"] = new Map();
    const spokenFor: SampleTruth["spokenFor"] = new Set();
    const sent: SampleTruth["sent"] = new Map();
    const under: SampleTruth["under"] = new Map();
    for (const one of returns) {
      const { code, board, region } = one.organisation;
      answers.set(code, one.state);
      if (one.state === "returned" || (one.state === "nil" && one.reason === "served")) spokenFor.add(code);
      if (one.state === "returned") {
        files.set(code, one.files());
        sent.set(code, independentFigures(one.files(), RISKS));
      }
      for (const place of [code, board ?? region, region, "E92000001", "K02000001"])
        under.set(place, [...(under.get(place) ?? []), code]);
    }
    const of = (code: string) =>
      summed([...sent.values()].flatMap((organisations) => organisations.get(code) ?? []));
    return {
      census,
      files,
      answers,
      spokenFor,
      sent,
      workloads: workloadsOf({ census, files }),
      under,
      at: (place) => summed((under.get(place) ?? []).map(of)),
    };
  });
}

/** What the work of every service asks for, by its files of one census. */
export const workloadsOf = ({
  census,
  files,
}: Pick<SampleTruth, "census" | "files">): SampleTruth["workloads"] =>
  independentWorkloads(
    [...files].map(([organisation, sent]) => ({ organisation, nation: "E92000001", census, files: sent })),
  );
