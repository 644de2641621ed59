/** A release as it is named at the command line: `latest`, `3` or `r3`; null is none. */
export function releaseArgument(text: string): number | "latest" | null {
  if (text === "latest") return text;
  return /^r?[1-9]\d{0,8}$/.test(text) ? Number(text.replace(/^r/, "")) : null;
}
