import { heightOf, nextRung, RUNGS_AFTER, type Rung } from "./ladder";
import { bySlotOrder, holderOf, type Slot } from "./slots";
import { TRUE_RATES } from "./true-rates";

/** Posts that are to be filled, by where they are and which rung they are on. */
type Openings = {
  add: (slot: Slot) => void;
  take: (places: readonly string[], rungs: readonly Rung[], like: Slot) => Slot | null;
};

/**
 * Who takes which post in one year, over the whole nation. The promoted come first, from the top of the ladders
 * down, in their own organisation and a few in another of their country; then those who move; then those who complete a
 * programme; and the rest is filled from outside. A post that one of them leaves may be filled in its turn. Who finds
 * no post stays. The outcome depends on the slots alone, not on the order in which they are given.
 */
export function fillSlots(slots: readonly Slot[]): void {
  const sorted = [...slots].sort(bySlotOrder);
  const openings = openingsOf(sorted.filter(({ open }) => open));
  const goes = (from: Slot, to: Slot | null, how: "promotion" | "move" | "programme") => {
    if (to === null) return;
    to.taker = { from, how };
    from.goesTo = to;
    const { fate } = from;
    if (how === "programme" || fate.kind === "stay" || fate.kind === "return" || !fate.refills) return;
    from.open = true;
    openings.add(from);
  };
  const own = (slot: Slot) => slot.organisation.code;
  const country = (slot: Slot) => slot.organisation.nation;

  const promoted = sorted
    .filter(({ fate }) => fate.kind === "promote")
    .sort((a, b) => heightOf(b.rung) - heightOf(a.rung) || bySlotOrder(a, b));
  for (const slot of promoted) {
    const next = nextRung(slot.post);
    const places = slot.random.chance(TRUE_RATES.risesElsewhere) ? [own(slot), country(slot)] : [own(slot)];
    if (next) goes(slot, openings.take(places, [next], slot), "promotion");
    const sameRole = next?.startsWith(`${slot.post.role} `) ?? false;
    if (slot.goesTo === null && sameRole) slot.regraded = slot.random.chance(TRUE_RATES.regraded);
  }
  for (const slot of sorted.filter(({ fate }) => fate.kind === "move"))
    goes(slot, openings.take([`not ${own(slot)}`], [slot.rung], slot), "move");
  for (const slot of sorted.filter(({ fate }) => fate.kind === "complete")) {
    const programme = holderOf(slot).training?.programme ?? "";
    if (slot.random.chance(TRUE_RATES.conversion))
      goes(slot, openings.take([own(slot), country(slot)], RUNGS_AFTER[programme] ?? [], slot), "programme");
  }
  for (const slot of sorted) if (slot.open && slot.taker === null) slot.taker = "outside";
}

function openingsOf(open: readonly Slot[]): Openings {
  const lists = new Map<string, Slot[]>();
  const add = (slot: Slot) => {
    // A trainee's post is filled by a start, and somebody else's team has its own ways of hiring.
    if (slot.post.role === "trainee" || slot.post.employer !== null) return;
    for (const place of [slot.organisation.code, slot.organisation.nation]) {
      const key = `${place} ${slot.rung}`;
      const list = lists.get(key);
      if (list) list.push(slot);
      else lists.set(key, [slot]);
    }
  };
  for (const slot of open) add(slot);
  const take: Openings["take"] = (places, rungs, like) => {
    for (const place of places)
      for (const rung of rungs) {
        const elsewhere = place.startsWith("not ");
        const list = lists.get(`${elsewhere ? like.organisation.nation : place} ${rung}`) ?? [];
        const free = list.filter(
          (slot) =>
            slot.taker === null &&
            slot !== like &&
            !(elsewhere && slot.organisation.code === like.organisation.code),
        );
        const same = free.filter(({ post }) => post.specialism === like.post.specialism);
        const [best] = (same.length > 0 ? same : free).sort(bySlotOrder);
        if (best) return best;
      }
    return null;
  };
  return { add, take };
}
