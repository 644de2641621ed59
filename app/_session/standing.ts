import type { NavigationItem } from "@/app/_components/site-header";
import { may } from "@/lib/access/rights";
import type { Membership, Role, Viewer } from "@/lib/access/viewer";

const ROLE_WORDS: Record<Role, string> = {
  submitter: "submitter",
  approver: "approver",
  member: "member",
  planner: "planner",
  administrator: "administrator",
};

/** A membership in words: "submitter for ZS038". */
export const membershipWords = ({ role, organisation, serviceUnit }: Membership): string =>
  organisation
    ? `${ROLE_WORDS[role]} for ${serviceUnit ? `${serviceUnit} of ` : ""}${organisation}`
    : ROLE_WORDS[role];

/** What a person may be here, in words; the first three of many. */
export function standingWords(memberships: readonly Membership[]): string {
  if (memberships.length === 0) return "without a role yet";
  const words = memberships.map(membershipWords);
  return words.length > 3 ? `${words.slice(0, 3).join(", ")} and ${words.length - 3} more` : words.join(", ");
}

/** The parts of the service that a person signed in may go to; `own` marks those that the public has not. */
export function navigationOf(viewer: Viewer): (NavigationItem & { own: boolean })[] {
  return [
    { id: "home", text: "Home", href: "/", own: false },
    { id: "places", text: "Places", href: "/places", own: false },
    { id: "methods", text: "Methods", href: "/methods", own: false },
    { id: "returns", text: "Your Muster", href: "/returns", own: true },
    ...(may(viewer, "watch a collection")
      ? [{ id: "admin", text: "Administration", href: "/admin", own: true }]
      : []),
  ];
}
