import { daysBetween } from "@/lib/places/calendar-day";

/** When one organisation may still answer a collection. Days are ISO; null where none has been set. */
export type Window = {
  status: "open" | "closed";
  /** The last day on which returns are expected. */
  closes: string | null;
  /** The last day that this organisation was given beyond that, also past the closing. */
  extendedUntil: string | null;
  /** Why it was given that, in the administrators' words. */
  extensionReason?: string | null;
};

/** Whether an organisation may still send: while its collection is open, and afterwards while its extension lasts. */
export const isOpenOn = ({ status, extendedUntil }: Window, today: string): boolean =>
  status === "open" || (extendedUntil !== null && today <= extendedUntil);

/** The last day on which this organisation's return is on time; null where none has been set. */
export function dueOn({ closes, extendedUntil }: Window): string | null {
  if (extendedUntil === null || closes === null) return closes;
  return extendedUntil > closes ? extendedUntil : closes;
}

/** By how many whole days a day is past the due one; 0 when on time, and where no day has been set. */
export function daysLate(window: Window, day: string): number {
  const due = dueOn(window);
  return due === null ? 0 : Math.max(0, daysBetween(due, day));
}
