import { linesWithoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";
import { personalData } from "@/lib/returns/cells/personal-data";

/** What somebody wrote, fit to be kept: said, not too long, and naming nobody. */
export function messageText(written: string): Result<string> {
  const text = linesWithoutControls(written).trim();
  if (text.length < 3) return fail("message-missing", "Nothing is written.", "Write one sentence.");
  if (text.length > 2000)
    return fail("message-long", "The text is over 2,000 characters.", "Write less, or ask in two parts.");
  if (personalData(text, "people", false))
    return fail(
      "personal-data",
      "The text seems to hold personal data, so nothing of it was stored.",
      "Take out names, e-mail addresses, NI numbers and long numbers: say the post reference or the line.",
    );
  return ok(text);
}
