/** Why an organisation has no clinical engineers of its own to report. */
export const NIL_REASONS = [
  { value: "served", text: "Another NHS organisation serves us" },
  { value: "contracted", text: "A company serves us under contract" },
  { value: "none", text: "We have no equipment that needs a service" },
] as const;

/** The reason of a nil return in words. */
export const nilReasonText = (reason: string | null, servedBy: string | null): string =>
  reason === "served" && servedBy
    ? `served by ${servedBy}`
    : (NIL_REASONS.find(({ value }) => value === reason)?.text ?? "no reason given");
