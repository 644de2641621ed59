import {
  insertMembership,
  insertPerson,
  type ListedPerson,
  people,
  personByEmail,
  setLogin,
} from "@/db/queries/people";
import { isOrganisation } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import { type Membership, ROLES, type Viewer } from "@/lib/access/viewer";
import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { hashPassword } from "./sign-in";

const ORGANISATION_ROLES = ["submitter", "approver", "member"];

/** Adds a person, or gives one further memberships and, where given, a new password. */
export async function addPerson(
  site: Site,
  viewer: Viewer,
  args: { email: string; name: string; password: string | null; memberships: readonly Membership[] },
): Promise<Result<{ person: string }>> {
  if (!may(viewer, "look after people")) return refusal(viewer, "look after people");
  if (!/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(args.email))
    return fail("email-wrong", `“${args.email}” is not an e-mail address.`, "Give it as name@example.org.");
  const name = withoutControls(args.name).trim();
  if (name === "")
    return fail("name-missing", "The person has no name.", "Give the name that others will see.");
  if (args.password !== null && args.password.length < 10)
    return fail("password-short", "The password has fewer than 10 characters.", "Choose a longer one.");
  for (const { role, organisation, serviceUnit = null } of args.memberships) {
    if (
      serviceUnit !== null &&
      (role !== "submitter" || serviceUnit.trim() === "" || serviceUnit.length > 60)
    )
      return fail(
        "membership-unit",
        role === "submitter"
          ? `“${serviceUnit}” is no name of a service unit.`
          : `A ${role} is of the whole organisation, not of one service unit.`,
        "Name a unit of at most 60 characters, of a submitter only: submitter:RJ1:Renal technology.",
      );
    if (!ROLES.includes(role))
      return fail("role-unknown", `“${role}” is no role.`, `Choose one of ${ROLES.join(", ")}.`);
    if (ORGANISATION_ROLES.includes(role) !== (organisation !== null))
      return fail(
        "membership-scope",
        ORGANISATION_ROLES.includes(role)
          ? `A ${role} belongs to an organisation.`
          : `A ${role} belongs to no organisation.`,
        ORGANISATION_ROLES.includes(role) ? `Write it as ${role}:RJ1.` : `Write it as ${role}.`,
      );
  }
  const passwordHash = args.password === null ? null : await hashPassword(args.password);
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    for (const { organisation } of args.memberships) {
      if (organisation === null) continue;
      const known = await isOrganisation(transaction, organisation);
      if (!known)
        return fail(
          "organisation-unknown",
          `${organisation} is no organisation's code.`,
          "Search for it on the places page.",
        );
    }
    const person = await insertPerson(transaction, {
      email: args.email.trim(),
      name,
      passwordHash,
    });
    for (const membership of args.memberships) await insertMembership(transaction, person, membership);
    await record(transaction, viewer, {
      verb: "person.added",
      subject: person,
      detail: { memberships: args.memberships },
    });
    return ok({ person });
  });
}

/** Ties a login at an identity provider (its issuer and subject) to a person. */
export async function linkLogin(
  site: Site,
  viewer: Viewer,
  args: { email: string; issuer: string; subject: string },
): Promise<Result<{ person: string }>> {
  if (!may(viewer, "look after people")) return refusal(viewer, "look after people");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    const person = await personByEmail(transaction, args.email.trim());
    if (!person)
      return fail(
        "person-unknown",
        `Nobody here has the address ${args.email}.`,
        "Add the person first: muster user add.",
      );
    await setLogin(transaction, person.id, args.issuer, args.subject);
    await record(transaction, viewer, {
      verb: "person.login-linked",
      subject: person.id,
      detail: { issuer: args.issuer },
    });
    return ok({ person: person.id });
  });
}

/** Everyone who may sign in, for those who look after people. */
export async function listPeople(site: Site, viewer: Viewer): Promise<Result<ListedPerson[]>> {
  if (!may(viewer, "look after people")) return refusal(viewer, "look after people");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) => ok(await people(reader)));
}
