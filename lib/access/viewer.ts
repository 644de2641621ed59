/** What a person may be. One person may hold several memberships, each with its own role. */
export const ROLES = ["submitter", "approver", "member", "planner", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Submitter, approver and member are of one organisation; planner and administrator of none. */
export type Membership = {
  role: Role;
  organisation: string | null;
  /** Of a submitter: the one service unit whose files this person sends; without it, the organisation's. */
  serviceUnit?: string | null;
};

/** Who is asking. Every service takes one and checks permission itself. */
export type Viewer =
  | { kind: "public" }
  | { kind: "person"; person: string; name: string; memberships: readonly Membership[] }
  /** The command line and the first run: acts with the operator's own database rights, and the audit says so. */
  | { kind: "operator"; name: string };
