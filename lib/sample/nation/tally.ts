import type { Slot } from "./slots";

/** What truly befell an organisation's posts in one year: counts that estimates of the rates are held against. */
export type PostYear = {
  /** Posts filled at the year's start, trainees' and fixed-term cover apart. */
  filled: number;
  trainees: number;
  left: number;
  moved: number;
  /** Would have moved or risen, and found no post. */
  stuck: number;
  promoted: number;
  /** Of the stuck, those whose own post was regraded. */
  regraded: number;
  retired: number;
  returned: number;
  completed: number;
  withdrew: number;
  /** Vacant and not frozen at the start, new posts included, and how many of those were filled. */
  vacant: number;
  vacantFilled: number;
  frozen: number;
  /** Fell empty in the year, and how many of those were filled before its end. */
  emptied: number;
  refilled: number;
  /** Came from another organisation of the nation, and went to one: promoted, moved or qualified. */
  arrived: number;
  departed: number;
  /** Entrants from outside. */
  entered: number;
};

export function tallyOf(slots: readonly Slot[]): PostYear {
  const count = (holds: (slot: Slot) => boolean): number =>
    slots.reduce((sum, slot) => sum + (holds(slot) ? 1 : 0), 0);
  const trainee = ({ post }: Slot) => post.holder?.training != null;
  const staff = (slot: Slot) => slot.post.holder !== null && !trainee(slot) && slot.post.covers === null;
  const of = (kind: Slot["fate"]["kind"]) => (slot: Slot) => staff(slot) && slot.fate.kind === kind;
  const vacant = ({ post }: Slot) => post.vacancy !== null && post.vacancy.state !== "frozen";
  const emptied = (slot: Slot) =>
    slot.post.holder !== null &&
    slot.post.covers === null &&
    (slot.goesTo !== null || ["leave", "retire", "complete"].includes(slot.fate.kind));
  return {
    filled: count(staff),
    trainees: count(trainee),
    left: count(of("leave")),
    moved: count((slot) => of("move")(slot) && slot.goesTo !== null),
    stuck: count((slot) => (of("move")(slot) || of("promote")(slot)) && slot.goesTo === null),
    promoted: count((slot) => of("promote")(slot) && slot.goesTo !== null),
    regraded: count(({ regraded }) => regraded),
    retired: count(of("retire")),
    returned: count(of("return")),
    completed: count((slot) => slot.fate.kind === "complete"),
    withdrew: count((slot) => trainee(slot) && slot.fate.kind === "leave"),
    vacant: count(vacant),
    vacantFilled: count((slot) => vacant(slot) && slot.taker !== null),
    frozen: count(({ post }) => post.vacancy?.state === "frozen"),
    emptied: count(emptied),
    refilled: count((slot) => emptied(slot) && slot.taker !== null),
    arrived: count(
      ({ taker, organisation }) =>
        taker !== null && taker !== "outside" && taker.from.organisation.code !== organisation.code,
    ),
    departed: count(
      ({ goesTo, organisation }) => goesTo !== null && goesTo.organisation.code !== organisation.code,
    ),
    entered: count(({ taker }) => taker === "outside"),
  };
}
