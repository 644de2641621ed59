import { parseArgs } from "node:util";
import type { Membership, Role, Viewer } from "@/lib/access/viewer";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { asOperator } from "./operator-site";
import { say, sayProblem } from "./say";

const OPERATOR: Viewer = { kind: "operator", name: "command line" };
const USAGE = `Use: muster user add EMAIL --name NAME [--role submitter:RJ1 --role planner …]   (the password is read from MUSTER_PASSWORD, if set)
     muster user link EMAIL --issuer URL --subject ID`;

/** `submitter:RJ1`, or `planner`. */
export const membershipOf = (text: string): Membership => {
  const [role = "", organisation] = text.split(":");
  return { role: role as Role, organisation: organisation ? organisation.toUpperCase() : null };
};

/** Adds people and ties their logins to them. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: "string" },
      role: { type: "string", multiple: true },
      issuer: { type: "string" },
      subject: { type: "string" },
    },
  });
  const [verb, email] = positionals;
  const { name, role = [], issuer, subject } = values;
  if (verb === "add" && email && name)
    return asOperator(async (site) => {
      const added = await addPerson(site, OPERATOR, {
        email,
        name,
        password: process.env.MUSTER_PASSWORD ?? null,
        memberships: role.map(membershipOf),
      });
      if (!added.ok) return sayProblem(added.problem);
      say(`${email} is in Muster.`);
      return 0;
    });
  if (verb === "link" && email && issuer && subject)
    return asOperator(async (site) => {
      const linked = await linkLogin(site, OPERATOR, { email, issuer, subject });
      if (!linked.ok) return sayProblem(linked.problem);
      say(`${email} can sign in at ${issuer}.`);
      return 0;
    });
  say(USAGE);
  return 2;
}
