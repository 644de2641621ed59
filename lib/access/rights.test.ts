import { describe, expect, test } from "vitest";
import { may, organisationsFor, RIGHTS, unitsBoundTo, type Verb } from "./rights";
import { type Membership, ROLES, type Role, type Viewer } from "./viewer";

const OWN = "RJ1";
const OTHER = "RRV";

/** `own`: in the membership's organisation only; `all`: everywhere; `-`: nowhere. */
type Expected = "own" | "all" | "-";

/** Written out a second time, by hand: a right given or taken by mistake meets its contradiction here. */
const EXPECTED: Record<Verb, Record<Role, Expected>> = {
  "upload a file": row("own", "-", "-", "-", "-"),
  "submit a return": row("own", "-", "-", "-", "-"),
  "declare a nil return": row("own", "-", "-", "-", "-"),
  "approve a return": row("-", "own", "-", "-", "-"),
  "withdraw a return": row("-", "own", "-", "-", "-"),
  "ask about a return": row("-", "own", "-", "-", "all"),
  "answer a query": row("own", "own", "-", "-", "-"),
  "give more time": row("-", "-", "-", "-", "all"),
  "read the exact return": row("own", "own", "own", "-", "-"),
  "read members' figures": row("all", "all", "all", "all", "all"),
  "watch a collection": row("-", "-", "-", "-", "all"),
  "open a collection": row("-", "-", "-", "-", "all"),
  "close a collection": row("-", "-", "-", "-", "all"),
  "build a release": row("-", "-", "-", "-", "all"),
  "publish a release": row("-", "-", "-", "-", "all"),
  "withdraw a release": row("-", "-", "-", "-", "all"),
  "look after people": row("-", "-", "-", "-", "all"),
  "read the audit": row("-", "-", "-", "-", "all"),
};

function row(
  submitter: Expected,
  approver: Expected,
  member: Expected,
  planner: Expected,
  administrator: Expected,
): Record<Role, Expected> {
  return { submitter, approver, member, planner, administrator };
}

const verbs = [...new Set(RIGHTS.map(({ verb }) => verb))];
const organisationOf = (role: Role) => (role === "planner" || role === "administrator" ? null : OWN);
const person = (...memberships: Membership[]): Viewer => ({
  kind: "person",
  person: "00000000-0000-4000-8000-000000000001",
  name: "Somebody",
  memberships,
});

test("every verb that is declared is expected of someone, and none besides", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...verbs].sort());
});

const cases = verbs.flatMap((verb) =>
  ROLES.flatMap((role) =>
    ([OWN, OTHER, null] as const).map((organisation) => {
      const expected = EXPECTED[verb]?.[role];
      const allowed = expected === "all" || (expected === "own" && organisation === OWN);
      const where =
        organisation === OWN
          ? "the own organisation"
          : organisation
            ? "another organisation"
            : "nowhere named";
      return { verb, role, organisation, where, expected, allowed };
    }),
  ),
);

test.each(cases)("$role, $verb, $where: $allowed", ({ verb, role, organisation, expected, allowed }) => {
  expect(expected, `${verb} by ${role} is expected nowhere`).toBeDefined();
  expect(may(person({ role, organisation: organisationOf(role) }), verb, organisation)).toBe(allowed);
});

describe("whatever the verb", () => {
  test.each(verbs)("the public and a person without a role may not %s, and the operator may", (verb) => {
    for (const organisation of [OWN, null]) {
      expect(may({ kind: "public" }, verb, organisation)).toBe(false);
      expect(may(person(), verb, organisation)).toBe(false);
      expect(may({ kind: "operator", name: "first run" }, verb, organisation)).toBe(true);
    }
  });
});

test("several memberships give each its own right in its own place, and nothing in each other's", () => {
  const several = person(
    { role: "submitter", organisation: "RJ1" },
    { role: "approver", organisation: "RRV" },
    { role: "member", organisation: "RYR" },
  );
  expect(["RJ1", "RRV", "RYR"].map((code) => may(several, "upload a file", code))).toEqual([
    true,
    false,
    false,
  ]);
  expect(["RJ1", "RRV", "RYR"].map((code) => may(several, "approve a return", code))).toEqual([
    false,
    true,
    false,
  ]);
  expect(organisationsFor(several, "read the exact return")).toEqual(["RJ1", "RRV", "RYR"]);
  expect(organisationsFor(several, "approve a return")).toEqual(["RRV"]);
});

test("no organisation is someone's through a right that holds everywhere", () => {
  const administrator = person({ role: "administrator", organisation: null });
  expect(organisationsFor(administrator, "read the exact return")).toEqual([]);
  expect(organisationsFor({ kind: "operator", name: "first run" }, "read the exact return")).toEqual([]);
  expect(organisationsFor({ kind: "public" }, "read the exact return")).toEqual([]);
});

describe("the submitter of one service unit", () => {
  const ofRenal = person({ role: "submitter", organisation: OWN, serviceUnit: "Renal technology" });

  test.each([
    ["its own unit's file", "upload a file", OWN, " renal Technology ", true],
    ["a file, before saying of which unit", "upload a file", OWN, null, true],
    ["another unit's file", "upload a file", OWN, "Radiotherapy", false],
    ["the organisation's own file", "upload a file", OWN, "", false],
    ["its unit's file in another organisation", "upload a file", OTHER, "Renal technology", false],
    ["the whole return's submission", "submit a return", OWN, null, false],
    ["a nil return of the whole", "declare a nil return", OWN, null, false],
    ["a query's answer", "answer a query", OWN, null, true],
  ] as const)("%s", (_, verb, organisation, unit, allowed) => {
    expect(may(ofRenal, verb, organisation, unit)).toBe(allowed);
  });

  test("is bound to the unit, unless it also sends for the organisation", () => {
    expect(unitsBoundTo(ofRenal, OWN)).toEqual(["Renal technology"]);
    expect(unitsBoundTo(ofRenal, OTHER)).toBeNull();
    const both = person(
      { role: "submitter", organisation: OWN, serviceUnit: "Renal technology" },
      { role: "submitter", organisation: OWN },
    );
    expect(unitsBoundTo(both, OWN)).toBeNull();
    expect(may(both, "upload a file", OWN, "")).toBe(true);
  });
});
