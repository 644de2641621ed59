import { formatDate } from "@/lib/format/date";
import { daysLate, dueOn } from "@/lib/returns/window";
import type { ReturnView } from "@/lib/services/returns/read-return";

/** By when a return is expected, and that it is late; once it is answered, only until when one more was allowed. */
export function windowWords({ window, submissions, collectionOpen }: ReturnView, now = new Date()): string {
  const today = now.toISOString().slice(0, 10);
  const { extendedUntil, extensionReason } = window;
  const why = extensionReason ? ` The reason given: “${extensionReason}”` : "";
  const given = extendedUntil !== null && today <= extendedUntil ? formatDate(extendedUntil) : null;
  const answered = submissions.some(({ state }) => state === "approved" || state === "submitted");
  if (!collectionOpen) return "";
  if (answered) return given ? `You may send another version until ${given}.${why}` : "";
  const due = dueOn(window);
  if (due === null) return given ? `You were given until ${given}.${why}` : "";
  const late = daysLate(window, today);
  if (late > 0)
    return `It was expected by ${formatDate(due)}, ${late} ${late === 1 ? "day" : "days"} ago; it can still be sent.`;
  return extendedUntil === due
    ? `You were given until ${formatDate(due)}.${why}`
    : `It is expected by ${formatDate(due)}.`;
}
