import { type EvidenceId, evidenceOf } from "@/lib/measures/evidence";
import type { Frame } from "./frame";
import type { Truth } from "./truth";

/** The organisations that a figure rests on. */
export type Members = {
  /** All that answered, those that answered "none" included: they are in the cell's identity, with zero. */
  all: readonly string[];
  /** Those that have something to add; whether a figure may be drawn is decided by their number. */
  contributing: readonly string[];
};

/**
 * Who of these organisations is in a cell.
 *
 * A nil return is an answer of zero people and zero posts, but says nothing of devices. It does not count towards
 * the organisations that an aggregate needs: everybody may know that it is nil, so it hides nobody. An organisation
 * that another serves adds nothing of its own unless the host's lines name it.
 */
export function membersOf(
  organisations: readonly string[],
  evidence: EvidenceId | null,
  frame: Frame,
  truth: Truth,
): Members {
  if (evidence === null) return { all: organisations, contributing: organisations };
  const says = truth.says(evidence);
  const contributing = organisations.filter((code) => {
    const answered = frame.response(code);
    if (answered === "not_returned" || answered === "nil") return false;
    // A return without anybody in post is an answer of nobody.
    return says.has(code) || (evidence === "staff" && answered === "returned");
  });
  const nils = evidenceOf(evidence).nil ? organisations.filter((code) => frame.response(code) === "nil") : [];
  return { all: [...contributing, ...nils].sort(), contributing };
}
