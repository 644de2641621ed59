import type { ResponseState } from "./release-input";

type Rows = Readonly<Record<"staff" | "posts" | "devices", readonly { organisation: string }[]>>;

/**
 * How the organisations of a release stand once the lines of all returns are known. One that has not returned itself,
 * or has said that it employs nobody, and for which a host's lines speak, is served: its host's return counts its
 * service. `strangers`: organisations for which lines speak and which the collection did not ask.
 */
export function spokenFor(
  frame: ReadonlySet<string>,
  states: ReadonlyMap<string, ResponseState>,
  rows: Rows,
): { states: Map<string, ResponseState>; strangers: string[] } {
  const named = new Set(
    [...rows.staff, ...rows.posts, ...rows.devices].map(({ organisation }) => organisation),
  );
  const after = new Map(states);
  for (const code of named) {
    if (frame.has(code) && states.get(code) !== "returned") after.set(code, "served");
  }
  return { states: after, strangers: [...named].filter((code) => !frame.has(code)).sort() };
}
