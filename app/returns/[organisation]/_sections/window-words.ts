import { formatDate } from "@/lib/format/date";
import { daysLate, dueOn } from "@/lib/returns/window";
import type { ReturnView } from "@/lib/services/returns/read-return";

/** By when a return is expected, and that it is late, where nothing has been answered yet; else nothing. */
export function windowWords({ window, submissions, collectionOpen }: ReturnView, now = new Date()): string {
  const due = dueOn(window);
  const answered = submissions.some(({ state }) => state === "approved" || state === "submitted");
  if (due === null || answered || !collectionOpen) return "";
  const late = daysLate(window, now.toISOString().slice(0, 10));
  if (late > 0)
    return `It was expected by ${formatDate(due)}, ${late} ${late === 1 ? "day" : "days"} ago; it can still be sent.`;
  return window.extendedUntil === due
    ? `You were given until ${formatDate(due)}.`
    : `It is expected by ${formatDate(due)}.`;
}
