import { fail, type Result } from "@/lib/result";
import { reasonText } from "./reason-text";

const FEWEST_WORDS = 3;

/** The reason for which posts or devices are gone, tidied; a word or two is no sentence. */
export function removalReason(typed: string | null): Result<string> {
  const reason = (typed ?? "").trim();
  const words = reason.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words.length < FEWEST_WORDS
    ? fail(
        "removal-reason-missing",
        "More than a tenth of what you sent before is gone.",
        "Say why in a sentence: your approver reads it, and it is kept.",
      )
    : reasonText(reason);
}
