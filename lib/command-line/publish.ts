import type { Viewer } from "@/lib/access/viewer";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { asOperator } from "./operator-site";
import { say, sayProblem } from "./say";

const OPERATOR: Viewer = { kind: "operator", name: "command line" };

/** Builds and publishes a release of a collection as the operator, which the audit records. */
export async function run(args: string[]): Promise<number> {
  const [census] = args;
  if (args.length !== 1 || !census || !/^\d{4}-\d{2}-\d{2}$/.test(census)) {
    say("Use: muster publish COLLECTION, where COLLECTION is a census date such as 2026-03-31.");
    return 2;
  }
  return asOperator(async (site) => {
    const built = await buildReleaseOf(site, OPERATOR, { census });
    if (!built.ok) return sayProblem(built.problem);
    const published = await publishRelease(site, OPERATOR, { number: built.value.release });
    if (!published.ok) return sayProblem(published.problem);
    say(
      `Published release ${built.value.release} of ${census}: ${built.value.figures} figures, hash ${built.value.hash}.`,
    );
    return 0;
  });
}
