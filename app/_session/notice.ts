import { decode, encode } from "next-auth/jwt";
import type { Problem } from "@/lib/result";
import { sessionSecret } from "./session-cookie";

/** What a page says about the form just sent: it stopped on a problem, or was done. */
export type Notice =
  | {
      kind: "problem";
      problems: readonly (Problem & { field?: string })[];
      values: Readonly<Record<string, string>>;
    }
  | { kind: "done"; message: string };

const SECONDS = 15 * 60;
const SALT = "notice";

/**
 * A form answers with a redirect, so that reloading the page sends nothing twice, and the page it redirects to finds
 * what to say in its address: encrypted, for one person (null: someone not signed in) and a quarter of an hour. So
 * nobody can make a page of ours say something by a link, and no log or history holds what was typed.
 */
export async function noticeParameter(notice: Notice, person: string | null): Promise<string> {
  return encode({
    token: { notice: shortened(notice), person },
    secret: sessionSecret(),
    salt: SALT,
    maxAge: SECONDS,
  });
}

/** The notice of an address; null when there is none, when it has expired, or is another's. */
export async function readNotice(
  parameter: string | undefined,
  person: string | null,
): Promise<Notice | null> {
  if (!parameter) return null;
  const token = await decode({ token: parameter, secret: sessionSecret(), salt: SALT }).catch(() => null);
  return token && token.person === person ? (token.notice as Notice) : null;
}

const LONGEST = 300;
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Addresses have a length that proxies allow. What a person typed is kept whole or not at all. */
function shortened(notice: Notice): Notice {
  if (notice.kind === "done") return { kind: "done", message: cut(notice.message) };
  const values = JSON.stringify(notice.values).length > 2 * LONGEST ? {} : notice.values;
  const problems = notice.problems.slice(0, 3).map((problem) => ({
    ...problem,
    message: cut(problem.message),
    ...(problem.mend === undefined ? {} : { mend: cut(problem.mend) }),
  }));
  return { kind: "problem", problems, values };
}
