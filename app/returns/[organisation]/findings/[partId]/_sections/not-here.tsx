import { InsetText } from "@/app/_components/nhs/inset-text";
import type { ReadFindings } from "@/lib/services/returns/read-findings";

/** Why a cell cannot be corrected here; null where it can. */
export function whyNotHere({ part, standing }: Pick<ReadFindings, "part" | "standing">): string | null {
  if (standing === "closed") return "The collection is closed, so nothing can be corrected any more.";
  if (standing === "not-in-work")
    return "This file stands in a version, which never changes. Correct the file that stands in the return in work.";
  if (!part.bytesKept)
    return "Cells cannot be corrected here: the file holds something in no column of ours, which may say anything about anyone, so its bytes were not kept. Correct your own copy, leave that column out, and send it again.";
  return null;
}

/** Says so to who could otherwise correct. */
export function NotHere({ why }: { why: string | null }) {
  return why ? (
    <InsetText>
      <p>{why}</p>
    </InsetText>
  ) : null;
}
