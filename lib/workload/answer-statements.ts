import { formatPercent } from "@/lib/format/number";
import type { ValueRange } from "@/lib/statistics/value-range";
import { type Statement, statement } from "./wording";

/** The requirement of a service or a place in a sentence: an interval alone where too much of it is illustrative. */
export function answerStatement(answer: {
  required: ValueRange | null;
  answerIsInterval: boolean;
  illustrativeShare: number | null;
}): Statement {
  const { required, answerIsInterval, illustrativeShare } = answer;
  if (required === null) return statement("nothing-counted");
  return answerIsInterval
    ? statement("required-interval", required, illustrativeShare ?? 0)
    : statement("required", required);
}

/** The gap in a sentence, with how much of the staff it compares. A negative one is never called a surplus. */
export function gapStatement(
  { gap, inPost, required }: { gap: ValueRange; inPost: number; required: ValueRange },
  coverage: number | null,
  answerIsInterval: boolean,
): Statement {
  const compares = `That compares ${formatPercent(100 * (coverage ?? 0), 0)} of the WTE in post.`;
  if (answerIsInterval) return statement("gap-interval", gap, inPost, required, compares);
  if (gap.low > 0) return statement("gap-short", gap, inPost, required.value, compares);
  return gap.high > 0
    ? statement("gap-open", gap, inPost, required, compares)
    : statement("gap-none", inPost, required.value, compares);
}
