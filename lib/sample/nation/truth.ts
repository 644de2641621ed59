import { sumWte } from "../wte";
import type { State } from "./history";
import { NATION_CENSUSES } from "./life";
import { isOpenOn, type NationOrganisation } from "./organisations";
import type { PostYear } from "./tally";
import { isFilled, isVacant, type Post } from "./team";
import { MULTIPLIER_SHAPES, type OwnMultipliers, ownMultipliers, TRUE_RATES } from "./true-rates";

/** An organisation as it truly is at one census, whether or not it returned. Plain values, for JSON. */
export type TrueState = {
  organisation: string;
  census: string;
  posts: number;
  headcount: number;
  establishmentWte: number;
  inPostWte: number;
  /** Funded: establishment less in post. */
  vacantWte: number;
  vacantPosts: number;
  frozenPosts: number;
  coverWte: number;
  /** People by single year of age, those whose age their organisation does not know included. */
  ages: Record<number, number>;
  byRole: Record<
    string,
    { headcount: number; inPostWte: number; establishmentWte: number; ages: Record<number, number> }
  >;
  returnedAfterRetiring: number;
  trainees: number;
  joiners: number;
  leavers: number;
  devices: number;
  ppmDue: number;
  ppmDueDone: number;
  /** What befell the posts in the twelve months before. */
  year: PostYear;
};

export type Truth = {
  rates: typeof TRUE_RATES;
  shapes: typeof MULTIPLIER_SHAPES;
  /** θ on leaving and moving, ψ on filling. */
  multipliers: Record<string, OwnMultipliers>;
  states: TrueState[];
};

/** The truth behind the nation's files: rates, multipliers, and every organisation at each census. */
export function truthOf(
  seed: number,
  organisations: readonly NationOrganisation[],
  history: readonly ReadonlyMap<string, State>[],
): Truth {
  return {
    rates: TRUE_RATES,
    shapes: MULTIPLIER_SHAPES,
    multipliers: Object.fromEntries(organisations.map(({ code }) => [code, ownMultipliers(seed, code)])),
    states: history.flatMap((states, position) => {
      const census = NATION_CENSUSES[position] as string;
      return organisations
        .filter((each) => isOpenOn(each, census))
        .map(({ code }) => trueState(code, census, states.get(code) as State));
    }),
  };
}

function trueState(organisation: string, census: string, { team, flows, devices, tally }: State): TrueState {
  const { posts } = team;
  const groups = devices();
  const people = posts.filter(isFilled);
  const wte = (of: (post: (typeof posts)[number]) => number, some = posts) => sumWte(some.map(of));
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((so, group) => so + of(group), 0);
  const establishmentWte = wte((post) => post.establishmentWte);
  const inPostWte = wte((post) => post.inPostWte);
  const roles = [...new Set(posts.map(({ role }) => role))].sort();
  return {
    organisation,
    census,
    posts: posts.length,
    headcount: people.length,
    establishmentWte,
    inPostWte,
    vacantWte: sumWte([establishmentWte, -inPostWte]),
    vacantPosts: posts.filter(isVacant).length,
    frozenPosts: posts.filter(({ vacancy }) => vacancy?.state === "frozen").length,
    coverWte: wte((post) => post.coverWte),
    ages: agesOf(posts),
    byRole: Object.fromEntries(
      roles.map((role) => {
        const own = posts.filter((post) => post.role === role);
        return [
          role,
          {
            headcount: own.filter(isFilled).length,
            inPostWte: wte((post) => post.inPostWte, own),
            establishmentWte: wte((post) => post.establishmentWte, own),
            ages: agesOf(own),
          },
        ];
      }),
    ),
    returnedAfterRetiring: people.filter(({ holder }) => holder.stage === "returned").length,
    trainees: people.filter(({ holder }) => holder.training !== null).length,
    joiners: flows.filter(({ direction }) => direction === "joiner").length,
    leavers: flows.filter(({ direction }) => direction === "leaver").length,
    devices: sum(({ end }) => end),
    ppmDue: sum(({ planned }) => planned.due),
    ppmDueDone: sum(({ planned }) => planned.dueDone),
    year: tally,
  };
}

function agesOf(posts: readonly Post[]): Record<number, number> {
  const ages: Record<number, number> = {};
  for (const { holder } of posts) if (holder) ages[holder.age] = (ages[holder.age] ?? 0) + 1;
  return ages;
}
