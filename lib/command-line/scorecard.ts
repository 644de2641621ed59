import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { isShown } from "@/lib/published/place-to-project";
import { latestRelease } from "@/lib/published/release";
import { SCORECARD_HEADINGS, scorecardCells } from "@/lib/published/scorecard-words";
import { scorecardOf } from "@/lib/services/published/scorecard-page";
import { asOperator } from "./operator-site";
import { readArguments } from "./read-arguments";
import { releaseArgument } from "./release-argument";
import { say, sayProblem } from "./say";

const USAGE = "Use: muster scorecard [--release latest|NUMBER] [--json].";

/**
 * `muster scorecard`: how looks ahead from earlier releases did on later censuses, as it was stored when releases were
 * built, and the rates that the newest look rests on. Exit code 0, 1 no such release, 2 not understood.
 */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, { release: { type: "string" }, json: { type: "boolean" } }, USAGE);
  if (!read.ok) {
    sayProblem(read.problem);
    return 2;
  }
  const { values, positionals } = read.value;
  const asked = releaseArgument(values.release ?? "latest");
  if (positionals.length > 0 || asked === null) {
    say(USAGE);
    return 2;
  }
  return asOperator((site) =>
    inTransaction(site.pool, { role: "muster_public" }, async (reader) => {
      const shown = (await releases(reader)).filter(isShown);
      const release =
        asked === "latest" ? latestRelease(shown) : shown.find(({ number }) => number === asked);
      if (!release) {
        const numbers = shown.map(({ number }) => number).reverse();
        say(
          `--release: expected ${numbers.length > 0 ? `one of the releases ${numbers.join(", ")}` : "a release, once one is published"}; found ${asked}.`,
        );
        return 1;
      }
      const { lines, rates } = await scorecardOf(reader, shown, release);
      const { number, census, hash, synthetic } = release;
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ release: { number, census, hash, synthetic }, scores: lines, rates }, null, 2)}\n`
          : inWords(lines.map(scorecardCells)),
      );
      return 0;
    }),
  );
}

function inWords(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0)
    return "There is no score yet: it takes two censuses, and places in which the same organisations answered both.\n";
  return rows
    .map(([what, ...cells]) =>
      [`${what}`, ...cells.map((cell, at) => `  ${SCORECARD_HEADINGS[at + 1]}: ${cell}`), ""].join("\n"),
    )
    .join("\n");
}
