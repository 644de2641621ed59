import { fillSlots } from "./fill-slots";
import { comingFrom, type Flow, joiner, leaver, leavingFor, mover, qualifiedFrom } from "./flows";
import { nextRung } from "./ladder";
import { entrant, holderWte } from "./people";
import { registrationAfter } from "./registrations";
import { holderOf, type Slot, slotsOf } from "./slots";
import { restructured, type Teams } from "./structure";
import { type PostYear, tallyOf } from "./tally";
import { filled, isFilled, type Person, type Post, type Seat, seatOf, type Team } from "./team";
import { TRUE_RATES } from "./true-rates";
import { absent, coverPosts, stillVacant } from "./year-end";

/** A team at a census, and the twelve months before it. */
export type TeamYear = { team: Team; flows: readonly Flow[]; tally: PostYear };

/**
 * The nation's teams one year on: people age, leave, move, are promoted, retire and return; vacancies are filled,
 * frozen, released or cut; new posts are funded. A pure function of its arguments; the order of the teams changes
 * nothing.
 *
 * @param census the census of the year that ends, ISO
 */
export function nationYear(seed: number, teams: Teams, census: string): ReadonlyMap<string, TeamYear> {
  const before = restructured(teams, census);
  const slots = new Map<string, Slot[]>();
  for (const [code, team] of before.teams) slots.set(code, slotsOf(seed, team, census));
  fillSlots([...slots.values()].flat());
  return new Map(
    [...before.teams].map(([code, team]) => [
      code,
      teamYear(team, slots.get(code) ?? [], census, before.flows.get(code) ?? []),
    ]),
  );
}

function teamYear(
  before: Team,
  slots: readonly Slot[],
  census: string,
  transfers: readonly Flow[],
): TeamYear {
  let { nextPerson } = before;
  const flows: Flow[] = [...transfers];
  const posts: Post[] = [];
  for (const slot of slots) {
    if (slot.post.holder !== null) flows.push(...goingOf(slot));
    const stays = slot.post.holder !== null && !slot.open && stayed(slot);
    if (stays && isFilled(slot.post)) {
      const { post, next, flows: back } = oneYearOlder(slot, slot.post.holder);
      flows.push(...back);
      posts.push(absent(slot.random, { ...post, holder: next }));
    } else if (slot.taker !== null) {
      const { person, wte, flow } = takerOf(slot, nextPerson, census);
      if (person.number === nextPerson) nextPerson += 1;
      if (flow) flows.push(flow);
      posts.push(filled(seatToFill(slot), person, wte));
    } else {
      const left = stillVacant(slot);
      if (left) posts.push(left);
    }
  }
  const covers = coverPosts(
    before.organisation,
    posts,
    slots,
    { nextPerson, nextReference: nextReferenceOf(slots, before) },
    census,
  );
  flows.push(...covers.flows);
  return {
    team: { organisation: before.organisation, posts: [...posts, ...covers.posts], ...covers.next },
    flows,
    tally: tallyOf(slots),
  };
}

const nextReferenceOf = (slots: readonly Slot[], before: Team): number =>
  slots.reduce((next, { post }) => Math.max(next, post.reference + 1), before.nextReference);

/** Whether a holder is still there at the end: nothing befell them, or they found no post to go to. */
const stayed = ({ fate, goesTo }: Slot): boolean =>
  fate.kind === "stay" ||
  fate.kind === "return" ||
  ((fate.kind === "move" || fate.kind === "promote") && goesTo === null);

function oneYearOlder(slot: Slot, holder: Person) {
  const older = { ...holder, age: holder.age + 1 };
  const { fate, post, regraded } = slot;
  const rung = nextRung(post);
  if (regraded && fate.kind === "promote" && isFilled(post) && rung) {
    const band = rung.slice(rung.indexOf(" ") + 1);
    const seat = { ...post, band, gradedFrom: post.gradedFrom ?? post.band };
    return { post: seat, next: older, flows: [mover(slot, seat, older, post.inPostWte, fate.moment)] };
  }
  if (fate.kind !== "return" || !isFilled(post))
    return { post: post as Extract<Post, { vacancy: null }>, next: older, flows: [] };
  const inPostWte = Math.round(post.inPostWte * TRUE_RATES.returnedHours * 100_000) / 100_000;
  const next: Person = { ...older, stage: "returned" };
  return {
    post: { ...post, inPostWte },
    next,
    flows: [
      leaver(slot, fate.moment, "retired_and_returned", "same_organisation_other_service"),
      joiner(post, next, inPostWte, Math.min(0.99, fate.moment + 0.09), "same_organisation_other_service"),
    ],
  };
}

/** The flow of a holder who is not there at the end, on the side of the organisation that they leave. */
function goingOf(slot: Slot): Flow[] {
  const { fate, goesTo, organisation } = slot;
  if (fate.kind === "stay" || fate.kind === "vacant" || fate.kind === "return") return [];
  if (goesTo !== null) {
    if (goesTo.organisation.code === organisation.code) return [];
    const reason =
      fate.kind === "promote" ? "promotion" : fate.kind === "complete" ? "end_of_contract" : "relocation";
    return [leaver(slot, fate.moment, reason, "other_nhs")];
  }
  if (fate.kind === "move" || fate.kind === "promote") return [];
  if (fate.kind === "retire") return [leaver(slot, fate.moment, "retirement", "other")];
  if (fate.kind === "leave") {
    const { reason, destination } = leavingFor(slot.random);
    return [leaver(slot, fate.moment, reason, destination)];
  }
  return [leaver(slot, fate.moment, "end_of_contract", fate.kind === "complete" ? "industry" : "unknown")];
}

/** The post as it is filled: from outside at the band at which it was before it was regraded for its last holder. */
function seatToFill({ post, taker }: Slot): Seat {
  const seat = seatOf(post);
  return taker === "outside" && seat.gradedFrom !== null
    ? { ...seat, band: seat.gradedFrom, gradedFrom: null }
    : seat;
}

/** Who takes a slot, with the number they have there, and the flow on its organisation's side. */
function takerOf(
  slot: Slot,
  nextPerson: number,
  census: string,
): { person: Person; wte: number; flow: Flow | null } {
  const { organisation, post, random, taker, fate } = slot;
  const seat = seatToFill(slot);
  const free = fate.kind === "vacant" || fate.kind === "stay" || fate.kind === "return" ? 0 : fate.moment;
  const moment = free + (0.999 - free) * random.uniform();
  const wte = holderWte(random, seat);
  if (taker === null || taker === "outside") {
    const person = entrant(random, organisation, seat, nextPerson, census);
    return { person, wte, flow: joiner(seat, person, wte, moment, comingFrom(random, person)) };
  }
  const { from, how } = taker;
  const holder = holderOf(from);
  const same = from.organisation.code === organisation.code;
  const person: Person = {
    ...holder,
    number: same ? holder.number : nextPerson,
    age: holder.age + 1,
    startYear: same ? holder.startYear : Number(census.slice(0, 4)) - (moment < 0.75 ? 1 : 0),
    registration: registrationAfter(random, holder.registration, post.role),
    contract: "permanent",
    training: null,
  };
  // Who completes a programme and takes a post of the same band in their team has neither come nor moved.
  if (same && from.post.band === seat.band) return { person, wte, flow: null };
  if (same) return { person, wte, flow: mover(from, seat, person, wte, moment) };
  const source = how === "programme" ? qualifiedFrom(from) : "other_nhs";
  return { person, wte, flow: joiner(seat, person, wte, moment, source) };
}
