import type { Random } from "../random";
import { isApprenticeship } from "./programmes";
import { holderOf, type Slot } from "./slots";
import type { Person, Seat } from "./team";

/** One person who joined, left or moved band within the year. */
export type Flow = {
  direction: "joiner" | "leaver" | "mover";
  unit: string | null;
  role: string;
  /** A mover's band before. */
  band: string;
  bandTo: string | null;
  age: number;
  ageKnown: boolean;
  wte: number;
  /** Months since the year began, 0 for April. */
  month: number;
  source: string;
  destination: string;
  reason: string;
};

const monthOf = (moment: number): number => Math.min(11, Math.floor(moment * 12));

const flow = (
  direction: Flow["direction"],
  seat: Seat,
  { age, ageKnown }: Pick<Person, "age" | "ageKnown">,
  wte: number,
  moment: number,
  ends: Partial<Pick<Flow, "source" | "destination" | "reason" | "bandTo">>,
): Flow => ({
  direction,
  unit: seat.unit,
  role: seat.role,
  band: seat.band,
  bandTo: null,
  age,
  ageKnown,
  wte,
  month: monthOf(moment),
  source: "",
  destination: "",
  reason: "",
  ...ends,
});

export const joiner = (seat: Seat, person: Person, wte: number, moment: number, source: string): Flow =>
  flow("joiner", seat, person, wte, moment, { source });

/** Somebody who goes, as the post's holder was; a year older than at the census before, as joiners are. */
export function leaver(slot: Pick<Slot, "post">, moment: number, reason: string, destination: string): Flow {
  const { age, ageKnown } = slot.post.holder as Person;
  return flow("leaver", slot.post, { age: age + 1, ageKnown }, slot.post.inPostWte, moment, {
    reason,
    destination,
  });
}

/** Somebody who takes another post in the same organisation: the mover's role is the new one. */
export function mover(from: Slot, to: Seat, person: Person, wte: number, moment: number): Flow {
  return flow("mover", { ...to, band: from.post.band }, person, wte, moment, { bandTo: to.band });
}

/** Why somebody leaves before retirement, and for what. */
export function leavingFor(random: Random): { reason: string; destination: string } {
  return random.weighted([
    [{ reason: "pay", destination: "industry" }, 22],
    [{ reason: "promotion", destination: "industry" }, 10],
    [{ reason: "relocation", destination: "other_nhs" }, 12],
    [{ reason: "work_life_balance", destination: "other" }, 14],
    [{ reason: "education", destination: "education" }, 7],
    [{ reason: "relocation", destination: "overseas" }, 5],
    [{ reason: "health", destination: "other" }, 6],
    [{ reason: "end_of_contract", destination: "unknown" }, 5],
    [{ reason: "dismissal", destination: "unknown" }, 2],
    [{ reason: "redundancy", destination: "unknown" }, 2],
    [{ reason: "death", destination: "other" }, 1],
    [{ reason: "other", destination: "other_nhs" }, 5],
    [{ reason: "unknown", destination: "unknown" }, 9],
  ]);
}

/** Where somebody from outside comes from. */
export function comingFrom(random: Random, person: Person): string {
  if (person.training) return isApprenticeship(person.training.programme) ? "education" : "newly_qualified";
  if (person.age < 26)
    return random.weighted([
      ["newly_qualified", 60],
      ["apprentice", 15],
      ["education", 25],
    ]);
  return random.weighted([
    ["industry", 42],
    ["other_nhs", 18],
    ["newly_qualified", 10],
    ["overseas", 12],
    ["other", 8],
    ["unknown", 10],
  ]);
}

/** Where those come from who complete a programme and take a post elsewhere. */
export const qualifiedFrom = (slot: Slot): string =>
  isApprenticeship(holderOf(slot).training?.programme ?? "") ? "apprentice" : "newly_qualified";
