import type { Random } from "../random";
import { nextRung } from "./ladder";
import { completesBy } from "./programmes";
import { type FilledPost, isFilled, type Post } from "./team";
import { hazardAt, type OwnMultipliers, RETURNED_EXIT_HAZARD, TRUE_RATES } from "./true-rates";

/** Why a filled post falls empty within the year; who would move or rise stays where no post is free for them. */
export type Cause = "leave" | "move" | "promote" | "retire" | "complete" | "cover_ends";

/** What the year has for one post. Moments are shares of the year. */
export type Fate =
  | { kind: "stay" }
  /** Retires, and goes on in the same post at fewer hours. */
  | { kind: "return"; moment: number }
  | { kind: Cause; moment: number; refills: boolean }
  | { kind: "vacant"; refills: boolean };

/**
 * The yearly law of the supply model: the exit falls within the year with probability q = 1 − exp(−h), its moment is
 * uniform in it, its cause in proportion to the hazards. A vacant post that is not frozen is filled within the year
 * with probability 1 − exp(−ψφ), one that fell empty at moment t with 1 − exp(−ψφ(1 − t)); none is filled twice.
 * Both exponentials are only compared with a draw, never written out.
 */
export function fateOf(random: Random, post: Post, { theta, psi }: OwnMultipliers, census: string): Fate {
  const exit = random.uniform();
  const which = random.uniform();
  const moment = random.uniform();
  const refill = random.uniform();
  const back = random.uniform();
  const fills = (share: number) => refill < 1 - Math.exp(-psi * TRUE_RATES.fillsPerYear * share);
  if (!isFilled(post)) return { kind: "vacant", refills: post.vacancy.state !== "frozen" && fills(1) };
  if (post.covers !== null) return { kind: "cover_ends", moment, refills: false };
  const { training } = post.holder;
  if (training && completesBy(training, census)) {
    const month = Number(training.ends.slice(5, 7));
    const at = (month - 3) / 12;
    return { kind: "complete", moment: at, refills: fills(1 - at) };
  }
  const hazards = hazardsOf(post, theta);
  const total = hazards.reduce((sum, [, hazard]) => sum + hazard, 0);
  if (exit >= 1 - Math.exp(-total)) return { kind: "stay" };
  const kind = pick(hazards, which * total);
  if (kind === "retire" && post.holder.stage === "career" && back < TRUE_RATES.returnAfterRetiring)
    return { kind: "return", moment };
  return { kind, moment, refills: fills(1 - moment) };
}

/** The hazards of one holder by cause: trainees neither move nor rise, and who returned only leaves for good. */
function hazardsOf({ holder, role, band }: FilledPost, theta: number): [Cause, number][] {
  const { age, stage, training } = holder;
  if (stage === "returned") return [["retire", RETURNED_EXIT_HAZARD]];
  const leaves: [Cause, number] = ["leave", theta * hazardAt("leave", age)];
  if (training) return [leaves];
  return [
    leaves,
    ["move", theta * hazardAt("move", age)],
    ["promote", nextRung({ role, band }) === undefined ? 0 : hazardAt("promote", age)],
    ["retire", hazardAt("retire", age)],
  ];
}

function pick(hazards: readonly (readonly [Cause, number])[], at: number): Cause {
  let left = at;
  for (const [cause, hazard] of hazards) {
    left -= hazard;
    if (left < 0) return cause;
  }
  return hazards[0]?.[0] ?? "leave";
}
