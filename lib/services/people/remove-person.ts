import { forgetMailTo } from "@/db/jobs";
import { anonymisePerson, deleteLogins, deleteMemberships, personByEmail } from "@/db/queries/people";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";

/**
 * Ends a person's account: their sessions, roles and logins end at once, and their name, address and password are
 * forgotten, here and in mail that waits. What they did stays as it is, done by a person without a name. Somebody added
 * later by the same address is another person.
 */
export async function removePerson(
  site: Site,
  viewer: Viewer,
  args: { email: string },
): Promise<Result<{ person: string }>> {
  if (!may(viewer, "look after people")) return refusal(viewer, "look after people");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    const person = await personByEmail(transaction, args.email.trim());
    const unknown = () =>
      fail(
        "person-unknown",
        `Nobody here has the address ${args.email}.`,
        "Look for the address among the people on the administrators' page.",
      );
    if (!person) return unknown();
    if (viewer.kind === "person" && viewer.person === person.id)
      return fail(
        "cannot-remove-oneself",
        "You cannot remove yourself.",
        "Ask another administrator to remove you.",
      );
    // Of two who remove the same person at once, the second finds them gone.
    if (!(await anonymisePerson(transaction, person.id))) return unknown();
    await deleteMemberships(transaction, person.id);
    await deleteLogins(transaction, person.id);
    await forgetMailTo(transaction, person.email);
    await record(transaction, viewer, {
      verb: "person.removed",
      subject: person.id,
      detail: { memberships: person.memberships },
    });
    return ok({ person: person.id });
  });
}
