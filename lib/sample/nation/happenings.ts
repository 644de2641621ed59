/**
 * What befalls single organisations of the sample nation: the cases that figures, pages and checks must cope with.
 * All else is drawn.
 */

/** Two organisations become one new one, which opens the day after they close and takes all their people. */
export const MERGER = {
  from: ["ZS141", "ZS142"],
  into: "ZS202",
  closes: "2024-09-30",
  opens: "2024-10-01",
} as const;
export const MERGER_KIND = "community";

/** One organisation's service for one specialism goes, with its people, to another in the year to this census. */
export const SERVICE_SPLIT = {
  from: "ZS031",
  to: "ZS035",
  specialism: "rehabilitation",
  census: "2025-03-31",
} as const;

/** From this census on the organisation's units each send files of their own; before, one person sent them all. */
export const UNITS_APART_FROM: ReadonlyMap<string, string> = new Map([["ZS021", "2025-03-31"]]);

/** Employs no clinical engineers, or leaves its return to a neighbour whose team looks after its devices. */
export const SERVED: ReadonlyMap<string, string> = new Map([
  ["ZS015", "ZS011"],
  ["ZS107", "ZS104"],
  ["ZS196", "ZS188"],
]);

/** Of those served, one employs people of its own in its host's team: they count at their employer. */
export const EMPLOYS_IN_HOST = { employer: "ZS107", posts: 2 } as const;

/** Employs no clinical engineers, and is served by no other organisation. */
export const NIL: ReadonlyMap<string, "contracted" | "none"> = new Map([
  ["ZS080", "contracted"],
  ["ZS123", "none"],
]);

/** Sends no devices for one census: every figure that needs them says so. */
export const NO_DEVICES = { organisation: "ZS022", census: "2025-03-31" } as const;

/** One region of which two in five answered at one census: its figures are withheld or widened. */
export const POOR_RESPONSE = { region: "Y58", census: "2023-03-31", answered: 0.4 } as const;

/** Not returned, whatever is drawn: in the open collection the demonstration's people have something to do. */
export const NOT_RETURNED: Readonly<Record<string, readonly string[]>> = {
  "2023-03-31": ["ZS018"],
  "2024-03-31": ["ZS012", "ZS038"],
  "2025-03-31": ["ZS028", "ZS034"],
  "2026-03-31": ["ZS007", "ZS023", "ZS039"],
};

/** Those whose people sign in to the demonstration, and so have every part to send and to try. */
export const DEMO_CODES: readonly string[] = ["ZS001", "ZS007", "ZS023", "ZS039"];
