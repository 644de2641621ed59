import { totalsOfPlaces } from "@/db/queries/published/figures";
import { openQueries } from "@/db/queries/queries";
import { inputsAgainst, readingsOf } from "@/db/queries/release-reviews";
import { publishedOf, signOffs, withdrawnInputsOf } from "@/db/queries/releases";
import type { Reader } from "@/db/transaction";
import { formatDate } from "@/lib/format/date";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { type Release, releaseBefore } from "@/lib/published/release";
import { fail, type Result } from "@/lib/result";
import type { ReleaseFacts } from "./checklist";

export const isWaiting = ({ status }: Pick<Release, "status">): boolean =>
  status === "built" || status === "in_review";

export const noSuchRelease = (number: number): Result<never> =>
  fail("no-such-release", `There is no release ${number}.`, "Choose one of the releases listed.");

export const notWaiting = ({ number, status }: Release): Result<never> =>
  fail(
    "not-waiting",
    `Release ${number} is ${status}, so it is not waiting to be published.`,
    "Build a new release.",
  );

/** What a release's publication hangs on, as it stands now. */
export async function factsOf(
  reader: Reader,
  known: readonly Release[],
  release: Release,
): Promise<ReleaseFacts> {
  const { number, census } = release;
  const signed = (await signOffs(reader)).find((signOff) => signOff.release === number);
  return {
    release,
    builtBy: signed?.builtBy ?? null,
    publishedNow: await publishedOf(reader, census),
    publishedBefore: known.filter((one) => one.census === census && one.publishedAt !== null).length,
    withdrawn: await withdrawnInputsOf(reader, number),
    queried: [...(await openQueries(reader, census)).keys()].sort(),
    answers: await answersOf(reader, number),
    heldAgainst: releaseBefore(known, release)?.number ?? null,
    readings: await readingsOf(reader, number),
  };
}

async function answersOf(reader: Reader, release: number): Promise<ReleaseFacts["answers"]> {
  const totals = await totalsOfPlaces(reader, release, [UNITED_KINGDOM]);
  const of = (measure: string) => totals.find((figure) => figure.measure === measure)?.value ?? null;
  const [asked, answered] = [of("organisations"), of("organisations-responded")];
  return asked === null || answered === null ? null : { asked, answered };
}

/**
 * What a release may say of itself until somebody says it better: how many answered, and for a correction how many
 * answers are others than before. Never whose: that would tell what an organisation corrected.
 */
export async function suggestedAbout(
  reader: Reader,
  { release, answers }: Pick<ReleaseFacts, "release" | "answers">,
): Promise<string> {
  const census = formatDate(release.census);
  const answered = answers ? ` ${answers.answered} of ${answers.asked} organisations answered.` : "";
  if (release.replaces === null) return `First release of the census of ${census}.${answered}`;
  const { added, gone } = await inputsAgainst(reader, release.number, release.replaces);
  const moved = [
    ...(added > 0 ? [`${added} ${added === 1 ? "answer" : "answers"} came in or changed`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? "was" : "were"} withdrawn`] : []),
  ];
  return moved.length > 0
    ? `Corrects release ${release.replaces} of the census of ${census}: ${moved.join(", and ")} since.${answered}`
    : `Corrects release ${release.replaces} of the census of ${census}, from the same answers.${answered}`;
}
