import { isIsoDate } from "@/lib/places/calendar-day";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { OPERATOR } from "./operator";
import { asOperator } from "./operator-site";
import { readArguments } from "./read-arguments";
import { say, sayProblem } from "./say";

const USAGE = "Use: muster publish COLLECTION, where COLLECTION is a census date such as 2026-03-31.";

/** Builds and publishes a release of a collection as the operator, which the audit records. Its number goes to standard output. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, {}, USAGE);
  if (!read.ok) {
    sayProblem(read.problem);
    return 2;
  }
  const [census, ...more] = read.value.positionals;
  if (census === undefined || more.length > 0 || !isIsoDate(census)) {
    say(USAGE);
    return 2;
  }
  return asOperator(async (site) => {
    const built = await buildReleaseOf(site, OPERATOR, { census });
    if (!built.ok) return sayProblem(built.problem);
    const { release, figures, hash } = built.value;
    const published = await publishRelease(site, OPERATOR, { number: release });
    if (!published.ok) return sayProblem(published.problem);
    process.stdout.write(`${release}\n`);
    say(`Published release ${release} of ${census}: ${figures} figures, hash ${hash}.`);
    return 0;
  });
}
