import { ok, type Result } from "@/lib/result";
import type { ValueRange } from "@/lib/statistics/value-range";
import { type RequirementInput, requirement } from "./requirement";
import { type Statement, statement } from "./wording";

/** What the requirement would be at the service's own hours per job: for itself alone, never published. */
export type OwnSensitivity = {
  required: ValueRange | null;
  hours: ValueRange;
  /** Share of the hours that rests on the service's own times; null without hours. */
  ownShare: number | null;
  statement: Statement;
};

/** The requirement once more, with the service's own hours per job wherever it sent them. Fails as `requirement` does. */
export function ownSensitivity(input: RequirementInput): Result<OwnSensitivity> {
  const answer = requirement({ ...input, times: "own" });
  if (!answer.ok) return answer;
  const { required, hours, timesUsed } = answer.value;
  const own = timesUsed.find(({ time }) => time === "own");
  return ok({
    required,
    hours,
    ownShare: timesUsed.length === 0 ? null : (own?.share ?? 0),
    statement: statement("own-times"),
  });
}
