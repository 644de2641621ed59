import type { Membership, Role } from "@/lib/access/viewer";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { removePerson } from "@/lib/services/people/remove-person";
import { OPERATOR } from "./operator";
import { asOperator } from "./operator-site";
import { readArguments } from "./read-arguments";
import { say, sayProblem } from "./say";

const USAGE =
  "Use: muster user add EMAIL --name NAME [--role submitter:RJ1 --role submitter:RJ1:UNIT --role planner …] (the password is read from MUSTER_PASSWORD, if set), muster user link EMAIL --issuer URL --subject ID, or muster user remove EMAIL";

/** `submitter:RJ1`, `submitter:RJ1:Renal technology`, or `planner`. */
const membershipOf = (text: string): Membership => {
  const [role = "", organisation, ...unit] = text.split(":");
  return {
    role: role as Role,
    organisation: organisation ? organisation.toUpperCase() : null,
    ...(unit.length > 0 ? { serviceUnit: unit.join(":").trim() } : {}),
  };
};

/** `muster user`: adds people, ties their logins to them, and ends their accounts. Exit 0 done, 1 refused, 2 not understood. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(
    args,
    {
      name: { type: "string" },
      role: { type: "string", multiple: true },
      issuer: { type: "string" },
      subject: { type: "string" },
    },
    USAGE,
  );
  if (!read.ok) {
    sayProblem(read.problem);
    return 2;
  }
  const [verb, email, ...more] = read.value.positionals;
  const { name, role, issuer, subject } = read.value.values;
  if (verb === "add" && email && more.length === 0 && name && !issuer && !subject)
    return asOperator(async (site) => {
      const added = await addPerson(site, OPERATOR, {
        email,
        name,
        password: process.env.MUSTER_PASSWORD || null,
        memberships: (role ?? []).map(membershipOf),
      });
      if (!added.ok) return sayProblem(added.problem);
      say(`${email} is in Muster.`);
      return 0;
    });
  if (verb === "link" && email && more.length === 0 && issuer && subject && !name && !role)
    return asOperator(async (site) => {
      const linked = await linkLogin(site, OPERATOR, { email, issuer, subject });
      if (!linked.ok) return sayProblem(linked.problem);
      say(`${email} can sign in at ${issuer}.`);
      return 0;
    });
  if (verb === "remove" && email && more.length === 0 && !name && !role && !issuer && !subject)
    return asOperator(async (site) => {
      const removed = await removePerson(site, OPERATOR, { email });
      if (!removed.ok) return sayProblem(removed.problem);
      say(`${email} is removed: their sessions, roles and name are gone, and what they did stays.`);
      return 0;
    });
  say(USAGE);
  return 2;
}
