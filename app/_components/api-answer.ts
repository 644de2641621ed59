import { PROBLEM_TYPE, type problemBody } from "@/lib/published/api/api-problem";
import { fileAnswer } from "./file-answer";

type ApiAnswerGiven =
  | { body: object; next?: string | null; previous?: string | null }
  | { moved: string }
  | { problem: ReturnType<typeof problemBody> };

/** Public figures may be read by any page's scripts, and no cookie is sent along. */
const CROSS_ORIGIN = { "access-control-allow-origin": "*", "access-control-expose-headers": "etag, link" };

/** An answer of the interface: JSON with its fingerprint and the pages beside it, or a problem, which nobody keeps. */
export function apiAnswer(request: Request, given: ApiAnswerGiven): Response {
  if ("moved" in given)
    return new Response(null, {
      status: 307,
      headers: { ...CROSS_ORIGIN, location: given.moved, "cache-control": "no-store" },
    });
  if ("problem" in given)
    return new Response(`${JSON.stringify(given.problem, null, 2)}\n`, {
      status: given.problem.status,
      headers: { ...CROSS_ORIGIN, "content-type": PROBLEM_TYPE, "cache-control": "no-store" },
    });
  const answer = fileAnswer(request, {
    body: `${JSON.stringify(given.body)}\n`,
    type: "application/json; charset=utf-8",
    // Asked for again each time, so that a correction or withdrawal is known at once.
    cache: "public, max-age=0, must-revalidate",
  });
  for (const [name, value] of Object.entries(CROSS_ORIGIN)) answer.headers.set(name, value);
  const links = [
    given.next ? `<${given.next}>; rel="next"` : null,
    given.previous ? `<${given.previous}>; rel="prev"` : null,
  ].filter((link) => link !== null);
  if (links.length > 0) answer.headers.set("link", links.join(", "));
  return answer;
}
