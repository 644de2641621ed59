import type { z } from "zod";
import type { Problem, Result } from "@/lib/result";
import { currentViewer, type SignedIn } from "./current-viewer";
import { fromOwnPage } from "./from-own-page";
import { type Notice, noticeParameter } from "./notice";

/** A problem, and the field of the form that it is about. */
export type FormProblem = Problem & { field?: string };

/** Where a form's answer leads, and what is said there. */
export type Done = { to?: string; message: string };

const LARGEST_FORM = 64 * 1024;

/** Sends the browser on with a GET. The address is relative, since a proxy may stand before us. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store", ...headers } });

/** A sentence as an answer of its own, where there is no page to say it on. */
export const sentence = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    },
  });

/** A path with a notice for whoever is sent there. */
export async function withNotice(path: string, notice: Notice, person: string | null): Promise<string> {
  const [before = "", anchor] = path.split("#");
  const parameter = `notice=${await noticeParameter(notice, person)}`;
  return `${before}${before.includes("?") ? "&" : "?"}${parameter}${anchor ? `#${anchor}` : ""}`;
}

export const problemNotice = (
  problems: readonly FormProblem[],
  values: Readonly<Record<string, string>> = {},
): Notice => ({ kind: "problem", problems, values });

/** Refuses what no page of ours sent. Null when it may go on. */
export function refuseForeign(request: Request): Response | null {
  return fromOwnPage(request.headers)
    ? null
    : sentence(
        403,
        "This was not sent from a page of this site, so nothing was done. Open the page again and send it from there.",
      );
}

/** The fields of a small form, each once; null when it is none. */
export async function formFields(request: Request): Promise<Record<string, string> | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LARGEST_FORM)) return null;
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/**
 * Answers a form: from our own page, by someone signed in, with fields that make sense, through one service. It always
 * ends in a redirect to a page that says how it went: `back` with the problems and what was typed, or where `work` says.
 * A form that belongs to one of several pages says to which by what was typed.
 */
export async function answerForm<T>(
  request: Request,
  backTo: string | ((typed: Readonly<Record<string, string>>) => string),
  schema: z.ZodType<T>,
  work: (viewer: SignedIn, fields: T) => Promise<Result<Done, FormProblem>>,
): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign) return foreign;
  const fields = await formFields(request);
  const back = typeof backTo === "string" ? backTo : backTo(fields ?? {});
  const viewer = await currentViewer();
  if (viewer.kind !== "person") return seeOther(`/sign-in?next=${encodeURIComponent(back)}`);
  if (!fields) return sentence(413, "This form is larger than any of ours, so nothing was done.");
  const stop = async (problems: readonly FormProblem[]) =>
    seeOther(await withNotice(back, problemNotice(problems, fields), viewer.person));

  const parsed = schema.safeParse(fields);
  if (!parsed.success)
    return stop(
      parsed.error.issues.map((issue) => ({
        code: "form-field",
        message: issue.message,
        field: String(issue.path[0] ?? ""),
      })),
    );
  const result = await work(viewer, parsed.data);
  if (!result.ok) return stop([result.problem]);
  const { to = back, message } = result.value;
  return seeOther(await withNotice(to, { kind: "done", message }, viewer.person));
}
