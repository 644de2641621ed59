import type { Role, Viewer } from "./viewer";

/** Where a right holds: in the membership's own organisation, or everywhere. */
export type Scope = "own" | "everywhere";

export const RIGHTS = [
  { verb: "upload a file", role: "submitter", scope: "own" },
  { verb: "submit a return", role: "submitter", scope: "own" },
  { verb: "declare a nil return", role: "submitter", scope: "own" },
  { verb: "approve a return", role: "approver", scope: "own" },
  { verb: "withdraw a return", role: "approver", scope: "own" },
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
  { verb: "look after people", role: "administrator", scope: "everywhere" },
  { verb: "read the audit", role: "administrator", scope: "everywhere" },
] as const satisfies readonly { verb: string; role: Role; scope: Scope }[];

export type Verb = (typeof RIGHTS)[number]["verb"];

/**
 * Whether the viewer may do this, in this organisation where the right is bound to one.
 * The operator (command line, first run) may do everything, and the audit names it; the public nothing.
 */
export function may(viewer: Viewer, verb: Verb, organisation: string | null = null): boolean {
  if (viewer.kind === "operator") return true;
  if (viewer.kind === "public") return false;
  return viewer.memberships.some((membership) =>
    RIGHTS.some(
      (right) =>
        right.verb === verb &&
        right.role === membership.role &&
        (right.scope === "everywhere" || (organisation !== null && membership.organisation === organisation)),
    ),
  );
}

/** The organisations in which the viewer holds this right through an own membership. */
export function organisationsFor(viewer: Viewer, verb: Verb): string[] {
  if (viewer.kind !== "person") return [];
  const codes = viewer.memberships
    .map((membership) => membership.organisation)
    .filter((code): code is string => code !== null && may(viewer, verb, code));
  return [...new Set(codes)].sort();
}
