import { enqueue } from "@/db/jobs";
import { peopleOfRole } from "@/db/queries/people";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Role, Viewer } from "@/lib/access/viewer";
import { formatDate } from "@/lib/format/date";
import { fail, ok, type Result } from "@/lib/result";
import { dueOn, isOpenOn } from "@/lib/returns/window";
import { viewerFor } from "../people/sign-in";
import { record } from "../record";
import { today } from "../returns/open-window";
import { readReturn } from "../returns/read-return";
import type { Site } from "../site";
import { watchCollection } from "./watch-collection";

/** Whom a reminder goes to, by what is waited for. */
const ROLE_FOR: Readonly<Record<string, Role>> = {
  not_returned: "submitter",
  withdrawn: "submitter",
  superseded: "submitter",
  submitted: "approver",
};

export type Reminded = {
  /** Mails put on their way. */
  sent: number;
  /** Organisations that have nobody to write to, or of whom the mail could not be made. */
  unreached: { organisation: string; why: string }[];
};

/**
 * Reminds those whose answer is still waited for: one organisation, or every one. Each mail is made for its recipient
 * by what that person may read, and says where their own return stands. Whoever cannot be reached is named.
 */
export async function remindOrganisations(
  site: Site,
  viewer: Viewer,
  { census, organisation = null }: { census: string; organisation?: string | null },
): Promise<Result<Reminded>> {
  const read = await watchCollection(site, viewer, { census });
  if (!read.ok) return read;
  if (!may(viewer, "watch a collection")) return refusal(viewer, "watch a collection");
  const waited = read.value.organisations.filter(
    ({ code, state }) => state !== "approved" && (organisation === null || code === organisation),
  );
  const { collection } = read.value;
  const open = waited.filter(({ extendedUntil }) => isOpenOn({ ...collection, extendedUntil }, today(site)));
  if (waited.length > 0 && open.length === 0)
    return fail(
      "collection-closed",
      `The collection of ${formatDate(census)} is closed, so nobody is reminded of it.`,
      "Give an organisation more time first.",
    );
  if (waited.length === 0)
    return fail(
      "nobody-to-remind",
      organisation ? `${organisation} has answered.` : "Every organisation has answered.",
      "Nobody needs a reminder.",
    );
  const mails: { to: string; subject: string; text: string }[] = [];
  const unreached: Reminded["unreached"] = [];
  for (const { code, state } of open) {
    const role = ROLE_FOR[state] ?? "submitter";
    const people = await inTransaction(site.pool, { role: "muster_account" }, (reader) =>
      peopleOfRole(reader, role, code),
    );
    if (people.length === 0) unreached.push({ organisation: code, why: `it has no ${role} who can sign in` });
    for (const person of people) {
      // By the recipient's own rights: what they may not read is in no mail to them.
      const own = await readReturn(site, viewerFor(person), { organisation: code, census });
      if (!own.ok) unreached.push({ organisation: code, why: own.problem.message });
      else mails.push({ to: person.email, ...reminder(site, code, census, state, own.value) });
    }
  }
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    for (const mail of mails) await enqueue(site.pool, transaction, "mail", mail);
    await record(transaction, viewer, {
      verb: "collection.reminded",
      organisation,
      subject: census,
      detail: { mails: mails.length, unreached: unreached.map((one) => one.organisation) },
    });
    return ok({ sent: mails.length, unreached });
  });
}

type OwnReturn = Extract<Awaited<ReturnType<typeof readReturn>>, { ok: true }>["value"];

function reminder(site: Site, code: string, census: string, state: string, view: OwnReturn) {
  const due = dueOn(view.window);
  const files = view.draft.length;
  const stands =
    state === "submitted"
      ? "A version waits for your approval."
      : files === 0
        ? "Nothing has been sent yet. An organisation that employs no clinical engineers says so in a minute, by a nil return."
        : `${files} ${files === 1 ? "file is" : "files are"} in work. ${view.obstacles[0]?.message ?? "Nothing stands in the way of submitting."}`;
  const page = site.url ? `\n\n${site.url.replace(/\/$/, "")}/returns/${code}?census=${census}` : "";
  return {
    subject: `Muster: the return of ${code} to the census of ${formatDate(census)}`,
    text: `${stands}${due ? `\n\nIt is expected by ${formatDate(due)}.` : ""}${page}\n`,
  };
}
