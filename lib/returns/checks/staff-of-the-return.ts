import type { ReturnCheck } from "./return-rule";

const MOST_OFF_LEDGER = 0.02;
/** WTE that are written with five decimals do not add up to the last of them. */
const SLACK = 0.001;

const PERSON = { establishment_wte: "10", in_post_wte: "10", line_type: "group", headcount: "10" };

/** What the workforce says, against what the profile says of it. */
export const STAFF_OF_THE_RETURN: readonly ReturnCheck[] = [
  {
    code: "establishment-against-ledger",
    severity: "warning",
    scope: "return",
    parts: ["workforce", "profile"],
    title: "The establishment is not the ledger's",
    why: "The funded posts of the workforce and what the finance ledger holds are one and the same; more than 2 % apart, one of them is of another day or another service.",
    mend: "Correct the establishment in the workforce or establishment_ledger_wte in the profile, or say why they differ.",
    example: {
      trips: {
        files: [
          { part: "workforce", lines: [PERSON] },
          { part: "profile", lines: [{ establishment_ledger_wte: "10.3" }] },
        ],
      },
      passes: {
        files: [
          { part: "workforce", lines: [PERSON] },
          { part: "profile", lines: [{ establishment_ledger_wte: "10.2" }] },
        ],
      },
    },
    find({ sums: { numbers } }) {
      const ledger = numbers.get("ledger_wte");
      const said = numbers.get("establishment_wte");
      // A unit that says no ledger leaves the sum of the others short of the whole.
      if (ledger === undefined || said === undefined || numbers.has("units_without_ledger")) return null;
      if (Math.abs(said - ledger) <= ledger * MOST_OFF_LEDGER + SLACK) return null;
      return {
        part: "workforce",
        message: `The workforce has ${wte(said)} WTE of establishment, and the profile says that the ledger has ${wte(ledger)}.`,
      };
    },
  },
  {
    code: "no-vacancy-not-sufficient",
    severity: "warning",
    scope: "return",
    parts: ["workforce", "profile"],
    title: "No vacancy, and staffing that is not sufficient",
    why: "A service that is short of staff and has no vacancy is short of posts, which happens; more often the vacant posts were left out.",
    mend: "Add the vacant posts or the budget lines, correct sufficiency, or say why both are right.",
    example: {
      trips: {
        files: [
          { part: "workforce", lines: [PERSON] },
          { part: "profile", lines: [{ sufficiency: "2" }] },
        ],
      },
      passes: {
        files: [
          { part: "workforce", lines: [PERSON] },
          { part: "profile", lines: [{ sufficiency: "3" }] },
        ],
      },
    },
    find({ sums: { numbers } }) {
      const establishment = numbers.get("establishment_wte");
      if (establishment === undefined || establishment === 0 || !numbers.has("not_sufficient")) return null;
      if (establishment - (numbers.get("in_post_wte") ?? 0) > SLACK) return null;
      return {
        part: "workforce",
        message: `All ${wte(establishment)} WTE of establishment are filled, and the profile says that staffing is not sufficient.`,
      };
    },
  },
  {
    code: "post-ref-in-two-files",
    severity: "warning",
    scope: "return",
    parts: ["workforce"],
    title: "The same post reference in the files of two service units",
    why: "Each service unit numbers its posts by itself, so two posts may well share a reference; but one post in two files is counted twice, and posts of one reference cannot be told apart next year. So it is asked, and does not stop the return.",
    mend: "Take the post out of one of the files, give it a reference of its own, or say that these are different posts.",
    example: {
      trips: {
        files: [
          { part: "workforce", lines: [{ post_ref: "CE-1" }, { post_ref: "CE-2" }] },
          { part: "workforce", lines: [{ post_ref: "ce-1" }] },
        ],
      },
      passes: {
        files: [
          { part: "workforce", lines: [{ post_ref: "CE-1" }, { post_ref: "" }] },
          { part: "workforce", lines: [{ post_ref: "CE-2" }, { post_ref: "" }] },
        ],
      },
    },
    find({ sums: { keys } }) {
      const [first, ...more] = keys.get("posts_twice") ?? [];
      if (first === undefined) return null;
      const others =
        more.length === 0
          ? " is"
          : ` and ${more.length} more post ${more.length === 1 ? "reference" : "references"} are`;
      return {
        part: "workforce",
        message: `\u201c${first}\u201d${others} in more than one workforce file of this return, the case of letters ignored.`,
      };
    },
  },
];

/** WTE as messages show them. */
const wte = (value: number): string => String(Number(value.toFixed(2)));
