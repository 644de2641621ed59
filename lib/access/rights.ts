import type { Membership, Role, Viewer } from "./viewer";

/** Where a right holds: in the membership's own organisation, or everywhere. */
export type Scope = "own" | "everywhere";

export const RIGHTS = [
  { verb: "upload a file", role: "submitter", scope: "own" },
  { verb: "submit a return", role: "submitter", scope: "own" },
  { verb: "declare a nil return", role: "submitter", scope: "own" },
  { verb: "approve a return", role: "approver", scope: "own" },
  { verb: "withdraw a return", role: "approver", scope: "own" },
  { verb: "ask about a return", role: "approver", scope: "own" },
  { verb: "ask about a return", role: "administrator", scope: "everywhere" },
  { verb: "answer a query", role: "submitter", scope: "own" },
  { verb: "answer a query", role: "approver", scope: "own" },
  { verb: "give more time", role: "administrator", scope: "everywhere" },
  { verb: "read the exact return", role: "submitter", scope: "own" },
  { verb: "read the exact return", role: "approver", scope: "own" },
  { verb: "read the exact return", role: "member", scope: "own" },
  { verb: "read members' figures", role: "submitter", scope: "everywhere" },
  { verb: "read members' figures", role: "approver", scope: "everywhere" },
  { verb: "read members' figures", role: "member", scope: "everywhere" },
  { verb: "read members' figures", role: "planner", scope: "everywhere" },
  { verb: "read members' figures", role: "administrator", scope: "everywhere" },
  { verb: "watch a collection", role: "administrator", scope: "everywhere" },
  { verb: "open a collection", role: "administrator", scope: "everywhere" },
  { verb: "close a collection", role: "administrator", scope: "everywhere" },
  { verb: "build a release", role: "administrator", scope: "everywhere" },
  { verb: "publish a release", role: "administrator", scope: "everywhere" },
  { verb: "withdraw a release", role: "administrator", scope: "everywhere" },
  { verb: "look after people", role: "administrator", scope: "everywhere" },
  { verb: "read the audit", role: "administrator", scope: "everywhere" },
] as const satisfies readonly { verb: string; role: Role; scope: Scope }[];

export type Verb = (typeof RIGHTS)[number]["verb"];

/** What the submitter of one service unit may do: send that unit's files. The whole return is for others to submit. */
const OF_ONE_UNIT: ReadonlySet<Verb> = new Set([
  "upload a file",
  "answer a query",
  "read the exact return",
  "read members' figures",
]);

/** Units are told apart as their files are: by name, without case and outer space. */
const sameUnit = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function reaches({ serviceUnit = null }: Membership, verb: Verb, unit: string | null): boolean {
  if (serviceUnit === null) return true;
  if (!OF_ONE_UNIT.has(verb)) return false;
  return verb !== "upload a file" || unit === null || sameUnit(serviceUnit, unit);
}

/**
 * Whether the viewer may do this, in this organisation where the right is bound to one, and in this service unit where
 * one is named (the empty name is the organisation as a whole).
 * The operator (command line, first run) may do everything, and the audit names it; the public nothing.
 */
export function may(
  viewer: Viewer,
  verb: Verb,
  organisation: string | null = null,
  unit: string | null = null,
): boolean {
  if (viewer.kind === "operator") return true;
  if (viewer.kind === "public") return false;
  return viewer.memberships.some((membership) =>
    RIGHTS.some(
      (right) =>
        right.verb === verb &&
        right.role === membership.role &&
        reaches(membership, verb, unit) &&
        (right.scope === "everywhere" || (organisation !== null && membership.organisation === organisation)),
    ),
  );
}

/** The service units to which the viewer's sending is bound in an organisation; null where it is bound to none. */
export function unitsBoundTo(viewer: Viewer, organisation: string): string[] | null {
  if (viewer.kind !== "person") return null;
  const units = viewer.memberships
    .filter((one) => one.role === "submitter" && one.organisation === organisation)
    .map(({ serviceUnit = null }) => serviceUnit);
  return units.length === 0 || units.includes(null) ? null : units.filter((unit) => unit !== null);
}

/** The organisations in which the viewer holds this right through an own membership. */
export function organisationsFor(viewer: Viewer, verb: Verb): string[] {
  if (viewer.kind !== "person") return [];
  const codes = viewer.memberships
    .map((membership) => membership.organisation)
    .filter((code): code is string => code !== null && may(viewer, verb, code));
  return [...new Set(codes)].sort();
}
