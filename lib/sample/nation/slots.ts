import { type Random, randomStream } from "../random";
import { type Fate, fateOf } from "./fates";
import { type Rung, rungOf } from "./ladder";
import type { NationOrganisation } from "./organisations";
import { newSeat } from "./seats";
import { type Person, type Post, type Team, vacant } from "./team";
import { ownMultipliers, TRUE_RATES } from "./true-rates";

/** One post in one year: what befalls it, and who takes it where it stands or falls empty. */
export type Slot = {
  organisation: NationOrganisation;
  post: Post;
  rung: Rung;
  fate: Fate;
  /** Who comes first, between slots that want the same: uniform, the slot's own. */
  priority: number;
  /** The slot's own stream, for what follows. */
  random: Random;
  /** Falls empty or stands so, and will be filled before the year's end. */
  open: boolean;
  /** Who takes it: somebody from another slot, or from outside. */
  taker: { from: Slot; how: "promotion" | "move" | "programme" } | "outside" | null;
  /** Its holder rises with the post, which is regraded. */
  regraded: boolean;
  /** Where its holder has gone, when that is to another slot. */
  goesTo: Slot | null;
};

/** Who leaves a slot that somebody of the nation takes: their age is a year more by then. */
export const holderOf = (slot: Slot): Person => slot.post.holder as Person;

/** A fixed order that depends on nothing but the slots themselves. */
export function bySlotOrder(a: Slot, b: Slot): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (a.organisation.code !== b.organisation.code) return a.organisation.code < b.organisation.code ? -1 : 1;
  return a.post.reference - b.post.reference;
}

/** The slots of a team for the year to a census: its posts, and the new ones funded at the year's start. */
export function slotsOf(seed: number, team: Team, census: string): Slot[] {
  const { organisation, posts, nextReference } = team;
  const multipliers = ownMultipliers(seed, organisation.code);
  const growth = randomStream(seed, `nation growth ${organisation.code} ${census}`);
  const added: Post[] = [];
  for (const _ of posts)
    if (growth.chance(TRUE_RATES.growth))
      added.push(vacant(newSeat(growth, organisation, nextReference + added.length), "advertised", 0, 0));
  return [...posts, ...added].map((post): Slot => {
    const random = randomStream(seed, `nation turns ${organisation.code} ${census}`, post.reference);
    const priority = random.uniform();
    const fate = fateOf(random, post, multipliers, census);
    const empty =
      fate.kind === "vacant" || fate.kind === "leave" || fate.kind === "retire" || fate.kind === "complete";
    return {
      organisation,
      post,
      rung: rungOf(post),
      fate,
      priority,
      random,
      open: empty && fate.refills,
      taker: null,
      regraded: false,
      goesTo: null,
    };
  });
}
