import { formatDate } from "@/lib/format/date";
import type { buildState } from "@/lib/services/releases/request-build";

/** A build that was asked for, and how it stands. */
export type Build = Extract<Awaited<ReturnType<typeof buildState>>, { ok: true }>["value"][number];

const AGAIN =
  "Build it again; if it fails again, tell whoever runs Muster: the worker's log has the whole error.";
const LOOK = "Look again in a little while";

/** A sentence is ended, whoever wrote it. */
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What the queue keeps of a failure: an error's own message, or the queue's words for a job that never ended. */
function whyFailed(output: Build["output"]): string | null {
  const within = (output?.value ?? output) as { message?: unknown } | null;
  if (typeof within?.message !== "string" || within.message === "") return null;
  return /timeout|execution exceeded|shut down/.test(within.message)
    ? "its worker stopped before the end, or took longer than a build may"
    : within.message;
}

/** What refused it, where the job came to its end and made no release: in the words of the service that refused. */
function refusalIn(output: Build["output"]): string | null {
  const problem = output?.problem as { message?: unknown; mend?: unknown } | undefined;
  if (typeof problem?.message !== "string") return null;
  return [problem.message, problem.mend].filter((part) => typeof part === "string" && part !== "").join(" ");
}

/**
 * How a build stands, why, and what to do, in sentences. A job that came to its end has not always made a release: only
 * one that names its release is called done.
 */
export function buildInWords({ data, state, output }: Build): string {
  const build = `The build of ${formatDate(data.census)}`;
  const why = whyFailed(output);
  switch (state) {
    case "created":
      return `${build} waits for the worker. ${LOOK}; if it waits for more than a few minutes, tell whoever runs Muster that no worker takes it up.`;
    case "active":
      return why ? `${build} failed (${why}) and runs again. ${LOOK}.` : `${build} runs. ${LOOK}.`;
    case "retry":
      return `${build} failed${why ? ` (${why})` : ""} and is tried again by itself. ${LOOK}.`;
    case "cancelled":
      return `${build} was stopped before its end, so no release was made. Build it again if you want it.`;
    case "failed":
      return `${build} failed, so no release was made. ${why ? `Why: ${ended(why)} ` : ""}${AGAIN}`;
    case "completed": {
      const refused = refusalIn(output);
      if (refused) return `${build} was refused, so no release was made. ${refused}`;
      return typeof output?.release === "number"
        ? `${build} is done: release ${output.release}.`
        : `${build} ended without naming a release. Look at the list below. ${AGAIN}`;
    }
  }
}
