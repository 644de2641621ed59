import { scaled, type ValueRange } from "@/lib/statistics/value-range";
import { roleTitle } from "./titles";
import type { WorkLine } from "./work-line";

/** The requirement by role: by the service's own mix, else in two groups. */
export type RoleSplit = {
  by: "own_mix" | "two_groups";
  parts: { id: string; title: string; share: number; required: ValueRange }[];
};

/** The two groups' shares may be so many points off either way. */
const POINTS_OF_DOUBT = 0.1;

const clipped = (share: number) => Math.min(1, Math.max(0, share));

/**
 * Splits a requirement by role. Only a service's own mix (shares that add up to one) says how it divides its work over
 * roles; without it, two groups are told apart by the illustrative skill mix of each activity, ± 10 points.
 */
export function roleSplit(
  required: ValueRange,
  lines: readonly WorkLine[],
  ownMix: ReadonlyMap<string, number> | null,
  registeredPercent: ReadonlyMap<string, number>,
): RoleSplit | null {
  if (ownMix !== null)
    return {
      by: "own_mix",
      parts: [...ownMix].map(([id, share]) => ({
        id,
        title: roleTitle(id),
        share,
        required: scaled(required, share),
      })),
    };
  const hours = lines.reduce((total, line) => total + line.hours, 0);
  if (hours === 0) return null;
  const registered =
    lines.reduce(
      (total, line) => total + (line.hours * (registeredPercent.get(line.activity) ?? 0)) / 100,
      0,
    ) / hours;
  const group = (id: string, title: string, share: number) => ({
    id,
    title,
    share,
    required: {
      value: required.value * share,
      low: required.low * clipped(share - POINTS_OF_DOUBT),
      high: required.high * clipped(share + POINTS_OF_DOUBT),
    },
  });
  return {
    by: "two_groups",
    parts: [
      group("registered_or_degree", "Registered or degree level", registered),
      group("support", "Support", 1 - registered),
    ],
  };
}
