import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ROLES } from "@/lib/access/viewer";
import { withoutControls } from "@/lib/format/plain-text";
import { ok } from "@/lib/result";
import { addPerson } from "@/lib/services/people/manage-people";
import { currentSite } from "@/lib/services/site";
import { serviceUnit } from "../../../returns/form-fields";

const FIELDS = z.object({
  name: z.string("Give the person’s name.").trim().min(1, "Give the person’s name."),
  email: z.string("Give an e-mail address.").trim(),
  role: z.enum(ROLES, "Choose a role."),
  organisation: z.string().transform((code) => withoutControls(code).trim().toUpperCase() || null),
  unit: serviceUnit,
});

const FIELD_OF: Record<string, string> = {
  "email-wrong": "email",
  "membership-scope": "organisation",
  "organisation-unknown": "organisation",
  "membership-unit": "unit",
};

/** A person added here signs in through the identity provider, or gets a password from the operator. */
export const POST = (request: Request): Promise<Response> =>
  answerForm(request, "/admin/people", FIELDS, async (viewer, { name, email, role, organisation, unit }) => {
    const added = await addPerson(currentSite(), viewer, {
      name,
      email,
      password: null,
      memberships: [{ role, organisation, ...(unit === "" ? {} : { serviceUnit: unit }) }],
    });
    if (!added.ok) return { ok: false, problem: { ...added.problem, field: FIELD_OF[added.problem.code] } };
    return ok({ message: `${name} is added.` });
  });
