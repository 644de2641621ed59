import { inForce, type Place, type PlaceMembership } from "./place";
import type { ReferenceTables } from "./reference-tables";

/** A place in a hierarchy. `membership` is the row that says so: its evidence and note belong beside the fact. */
export type PlaceNode = {
  place: Place;
  parent: string | null;
  membership: PlaceMembership | null;
  children: readonly string[];
};

/** The places in force on one date, by code. Levels may be skipped: a Welsh health board hangs from its nation. */
export type Hierarchy = ReadonlyMap<string, PlaceNode>;

/**
 * The hierarchy in force on a date (ISO): each place open on that day, under the parent of that day.
 * A place whose parent is not in force hangs from nothing. Children are in order of their codes.
 */
export function placesAsAt(tables: ReferenceTables, date: string): Hierarchy {
  const open = new Map<string, PlaceNode & { children: string[] }>();
  for (const place of tables.places) {
    if (inForce(place.opens, place.closes, date)) {
      open.set(place.code, { place, parent: null, membership: null, children: [] });
    }
  }
  for (const membership of tables.memberships) {
    const child = open.get(membership.child);
    const parent = open.get(membership.parent);
    if (child && parent && child.parent === null && inForce(membership.from, membership.to, date)) {
      child.parent = membership.parent;
      child.membership = membership;
      parent.children.push(membership.child);
    }
  }
  for (const node of open.values()) node.children.sort();
  return open;
}

/** The places above one, nearest first; empty for a place that is not in the hierarchy. */
export function ancestorsOf(hierarchy: Hierarchy, code: string): Place[] {
  const ancestors: Place[] = [];
  for (let parent = hierarchy.get(code)?.parent; parent; parent = hierarchy.get(parent)?.parent) {
    const node = hierarchy.get(parent);
    if (node) ancestors.push(node.place);
  }
  return ancestors;
}

/** The organisations at or under a place, in order of their codes. */
export function organisationsUnder(hierarchy: Hierarchy, code: string): Place[] {
  const found: Place[] = [];
  const waiting = [code];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = hierarchy.get(next);
    if (node === undefined) continue;
    if (node.place.level === "organisation") found.push(node.place);
    waiting.push(...node.children);
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}
