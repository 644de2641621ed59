import { fail, ok, type Result } from "@/lib/result";
import { personalData } from "./cells/personal-data";

/** A reason that somebody typed, tidied; refused where it names a person, since it is kept for good. */
export function reasonText(typed: string): Result<string> {
  const reason = typed.trim();
  return personalData(reason, "people", false)
    ? fail(
        "personal-data",
        "The reason seems to hold personal data, so nothing of it was stored.",
        "Take out names, e-mail addresses, NI numbers and long numbers.",
      )
    : ok(reason);
}
