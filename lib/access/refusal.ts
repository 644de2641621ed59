import { fail } from "@/lib/result";
import type { Verb } from "./rights";
import type { Viewer } from "./viewer";

/** The sentence for a viewer who may not: it never says whether the thing asked for exists. */
export function refusal(
  viewer: Viewer,
  verb: Verb,
  organisation: string | null = null,
  unit: string | null = null,
) {
  const service = unit === null ? "" : unit === "" ? ", all units" : `, ${unit}`;
  const where = organisation ? ` for ${organisation}${service}` : "";
  return viewer.kind === "public"
    ? fail("sign-in-needed", `You need to sign in to ${verb}${where}.`, "Sign in, then try again.")
    : fail(
        "not-allowed",
        `Your account may not ${verb}${where}.`,
        "Ask the person who looks after your organisation's access, or IPEM, to change your role.",
      );
}
