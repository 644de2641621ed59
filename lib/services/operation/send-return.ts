import type { Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/result";
import { acknowledgeAll } from "../returns/acknowledge-warning";
import { receivePart } from "../returns/receive-part";
import { declareNil, type Submitted, submitReturn } from "../returns/submit-return";
import type { Site } from "../site";
import type { AnswerToLoad, FileToLoad } from "./sample-to-load";

/** The sample passes its own checks: a refusal here is a bug. `what` says of what it was. */
export function done<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  const { message, mend } = result.problem;
  throw new Error(`The sample could not be loaded, at ${what}: ${message} ${mend ?? ""}`);
}

/** Sends one organisation's answer, through the services that its own people use: the version that waits for approval. */
export async function sendReturn(
  site: Site,
  viewer: Viewer,
  census: string,
  answer: AnswerToLoad,
): Promise<string> {
  const { organisation } = answer;
  const { submission } =
    answer.kind === "files"
      ? await sendFiles(site, viewer, { organisation, census }, answer.files())
      : done(
          await declareNil(site, viewer, {
            organisation,
            census,
            reason: answer.reason,
            servedBy: answer.servedBy,
          }),
          `${organisation} ${census}`,
        );
  return submission;
}

async function sendFiles(
  site: Site,
  viewer: Viewer,
  of: { organisation: string; census: string },
  files: readonly FileToLoad[],
): Promise<Submitted> {
  const reason = "As the sample nation has it.";
  let last: string | null = null;
  // Profiles first: they say whom the others may speak for.
  for (const file of [...files].sort((a, b) => Number(b.part === "profile") - Number(a.part === "profile"))) {
    const { part, serviceUnit, name, bytes } = file;
    const what = `${of.organisation} ${of.census} ${name}`;
    last = done(
      await receivePart(site, viewer, {
        ...of,
        part,
        serviceUnit,
        fileName: name,
        source: (async function* () {
          yield bytes;
        })(),
        declaredLength: bytes.length,
      }),
      what,
    ).partId;
  }
  // Once all are there: what is said of the return as a whole is said of them together.
  if (last !== null)
    done(
      await acknowledgeAll(site, viewer, { organisation: of.organisation, partId: last, reason }),
      `${of.organisation} ${of.census}`,
    );
  return done(
    await submitReturn(site, viewer, { ...of, removalReason: reason }),
    `${of.organisation} ${of.census}`,
  );
}
