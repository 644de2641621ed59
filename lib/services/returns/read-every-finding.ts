import { findingsOf } from "@/db/queries/findings";
import { partById, type ReceivedPart, returnOfPart } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { checkFile, everyFindingOf } from "@/lib/returns/check-file";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import type { CheckContext, Finding, RuleCount } from "@/lib/returns/report";
import { RULE_SET } from "@/lib/returns/rule-set";
import type { Site } from "../site";
import { own } from "../standing";
import { checkContext } from "./check-context";
import { inTurns } from "./in-turns";
import { judgedAsBefore } from "./judged-as-before";
import { wholeFindingsAt } from "./read-findings";
import { storedBytes } from "./stored-bytes";

export type EveryFinding = {
  part: ReceivedPart;
  findings: AsyncGenerator<Finding[]>;
  /** The rules of which only the first findings are given, with how many; empty where every finding is. */
  cut: readonly (RuleCount & { given: number })[];
};

/**
 * Whether all findings of a file can be given: none was left out when they were stored, or they can be made again from
 * its bytes by the rules that judged it.
 */
export const allCanBeGiven = ({ counts, bytesKept, ruleSet }: ReceivedPart): boolean =>
  counts.every(({ count }) => count <= KEPT_OF_A_RULE) || (bytesKept && ruleSet === RULE_SET);

/**
 * Every finding of a received file, errors first. Of a rule that spoke more often than is stored they are made again
 * from the file's bytes, as long as that gives each rule as often as when it was received: places, the profile, or a
 * check may be others by now. Where it does not, what is stored is given, and `cut` says of how many.
 */
export async function readEveryFinding(
  site: Site,
  viewer: Viewer,
  { organisation, partId }: { organisation: string; partId: string },
): Promise<Result<EveryFinding>> {
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  const read = await inTransaction(site.pool, own(organisation), async (transaction) => {
    const part = await partById(transaction, partId);
    if (!part) return fail("no-such-file", "There is no such file in this return.", "Open the return again.");
    const stored = await findingsOf(transaction, part.id, { limit: part.counts.length * KEPT_OF_A_RULE });
    const { id, census } = await returnOfPart(transaction, part.id);
    const whole = await wholeFindingsAt(transaction, site, organisation, part.id);
    return ok({
      part,
      stored,
      whole,
      context: await checkContext(transaction, { organisation, census }, id, part.mapping),
    });
  });
  if (!read.ok) return read;
  const { part, stored, whole, context } = read.value;
  const given = new Map<string, number>();
  for (const finding of stored) given.set(keyOf(finding), (given.get(keyOf(finding)) ?? 0) + 1);
  const cut = part.counts.flatMap((count) => {
    const of = given.get(keyOf(count)) ?? 0;
    return of < count.count ? [{ ...count, given: of }] : [];
  });
  if (cut.length === 0) return ok({ part, cut, findings: after(whole, inOne(stored)) });
  const source = () => inTurns(storedBytes(site, organisation, part));
  if (allCanBeGiven(part) && (await judgedTheSame(part, source(), context)))
    return ok({ part, cut: [], findings: after(whole, madeAgain(part, source, context)) });
  return ok({ part, cut, findings: after(whole, inOne(stored)) });
}

const keyOf = ({ severity, code }: { severity: string; code: string }) => `${severity} ${code}`;

/** Those of the return as a whole, and then those of the file. */
async function* after(whole: Finding[], rest: AsyncGenerator<Finding[]>): AsyncGenerator<Finding[]> {
  if (whole.length > 0) yield whole;
  yield* rest;
}

async function* inOne(findings: Finding[]): AsyncGenerator<Finding[]> {
  yield findings;
}

const judgedTheSame = async (
  part: ReceivedPart,
  source: AsyncIterable<Uint8Array>,
  context: CheckContext,
): Promise<boolean> =>
  judgedAsBefore(part, await checkFile({ part: part.part, source, context, keepOfARule: 0 }));

/** The file is read once for each severity, so that the errors come first and nothing has to be held. */
async function* madeAgain(
  { part, counts }: ReceivedPart,
  source: () => AsyncIterable<Uint8Array>,
  context: CheckContext,
): AsyncGenerator<Finding[]> {
  for (const severity of ["error", "warning", "notice"] as const) {
    const codes = new Set(counts.filter((count) => count.severity === severity).map(({ code }) => code));
    if (codes.size === 0) continue;
    yield* everyFindingOf(
      { part, source: source(), context },
      (finding) => finding.severity === severity && codes.has(finding.code),
    );
  }
}
