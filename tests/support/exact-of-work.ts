import type { IndependentWorkload } from "./independent-workload";
import type { SampleTruth } from "./sample-truth";

type Of = { measure: string; place: string };

/** What the work asks for: of each service that has a requirement, added up. */
const OF_WORK: Readonly<Record<string, (one: IndependentWorkload, inPost: number) => number>> = {
  requirement: ({ required }) => required[0],
  "requirement-compared": ({ compared }) => compared[0],
  "in-post-compared": ({ comparedInPost }) => comparedInPost,
  "workload-gap": ({ compared, comparedInPost }) => compared[0] - comparedInPost,
  "in-post-with-workload": (_, inPost) => inPost,
  "standard-hours": ({ deviceHours }) => deviceHours,
  "requirement-hours": ({ hours }) => hours,
  "illustrative-hours": ({ illustrativeHours }) => illustrativeHours,
  "organisations-with-workload": () => 1,
};
const RATES_OF_WORK: Readonly<Record<string, [string, string, times: 1 | 100]>> = {
  "modelled-coverage": ["in-post-compared", "in-post-with-workload", 100],
  "standard-hours-per-wte": ["standard-hours", "in-post-compared", 1],
  "illustrative-share": ["illustrative-hours", "requirement-hours", 100],
};

/** The exact value behind a figure of what the work asks for; null of any other. */
export function exactOfWork({ measure, place }: Of, truth: SampleTruth): number | null {
  const rate = RATES_OF_WORK[measure];
  if (rate) {
    const [above = 0, below = 0] = [rate[0], rate[1]].map(
      (one) => exactOfWork({ measure: one, place }, truth) ?? 0,
    );
    const found = (rate[2] * above) / below;
    // Of hours alone, which are published as they are: to one decimal.
    return measure === "illustrative-share" ? Math.round(found * 10) / 10 : found;
  }
  const add = OF_WORK[measure];
  if (!add) return null;
  return (truth.under.get(place) ?? []).reduce((sum, code) => {
    const workload = truth.workloads.get(code);
    return workload ? sum + add(workload, truth.at(code).get("in-post|all|all") ?? 0) : sum;
  }, 0);
}

/** The bounds of what is modelled, which are all of its interval: of all services of a place, end to end. */
export function modelledBounds({ measure, place }: Of, truth: SampleTruth): [number, number] | null {
  const of = { requirement: "required", "requirement-compared": "compared" } as const;
  if (!(measure in of)) return null;
  const ranges = (truth.under.get(place) ?? []).flatMap((code) => {
    const workload = truth.workloads.get(code);
    return workload ? [workload[of[measure as keyof typeof of]]] : [];
  });
  return [1, 2].map((end) => ranges.reduce((sum, range) => sum + (range[end] ?? 0), 0)) as [number, number];
}
