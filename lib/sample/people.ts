import type { Membership } from "@/lib/access/viewer";

/** Somebody who signs in to the demonstration: fictional, and known to be. */
export type DemoPerson = { email: string; name: string; does: string; memberships: readonly Membership[] };

/** Has not returned in the open collection: the one whose submitter has files to try. */
export const DEMO_ORGANISATION = "ZS007";

/** For the embedded database on a loopback address only; printed at start. */
export const DEMO_PASSWORD = "muster-demo";

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: "submitter@example.org",
    name: "Demo Submitter",
    does: "uploads and submits the return of Sample Trust 007",
    memberships: [{ role: "submitter", organisation: DEMO_ORGANISATION }],
  },
  {
    email: "approver@example.org",
    name: "Demo Approver",
    does: "approves the return of Sample Trust 007",
    memberships: [{ role: "approver", organisation: DEMO_ORGANISATION }],
  },
  {
    email: "member@example.org",
    name: "Demo Member",
    does: "sees what members see, for Sample Trust 007",
    memberships: [{ role: "member", organisation: DEMO_ORGANISATION }],
  },
  {
    email: "several@example.org",
    name: "Demo Several Hats",
    does: "submits for Sample Trust 023, approves for 039, is a member for 001",
    memberships: [
      { role: "submitter", organisation: "ZS023" },
      { role: "approver", organisation: "ZS039" },
      { role: "member", organisation: "ZS001" },
    ],
  },
  {
    email: "planner@example.org",
    name: "Demo Planner",
    does: "sees every published figure, in every place",
    memberships: [{ role: "planner", organisation: null }],
  },
  {
    email: "administrator@example.org",
    name: "Demo Administrator One",
    does: "opens collections and builds releases",
    memberships: [{ role: "administrator", organisation: null }],
  },
  {
    email: "administrator-two@example.org",
    name: "Demo Administrator Two",
    does: "publishes a release that the other built",
    memberships: [{ role: "administrator", organisation: null }],
  },
];
