import type { MeasureFamily } from "@/lib/measures/measure";
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
 * the three organisations that an aggregate needs: everybody may know that it is nil, so it hides nobody. An
 * organisation that another serves adds nothing of its own unless the host's lines name it.
 */
export function membersOf(
  organisations: readonly string[],
  family: MeasureFamily,
  measure: string,
  frame: Frame,
  truth: Truth,
): Members {
  const only = (has: ReadonlySet<string>, nil: boolean): Members => {
    const contributing = organisations.filter(
      (code) => has.has(code) && frame.response(code) !== "not_returned" && frame.response(code) !== "nil",
    );
    const nils = nil ? organisations.filter((code) => frame.response(code) === "nil") : [];
    return { all: [...contributing, ...nils].sort(), contributing };
  };
  if (family === "devices") return only(truth.says(measure), false);
  if (family === "staff") {
    const returned = organisations.filter((code) => frame.response(code) === "returned");
    return only(new Set([...truth.withStaff, ...returned]), true);
  }
  return only(truth.withPosts, true);
}
