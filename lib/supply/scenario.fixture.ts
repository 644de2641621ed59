import { philox4x32 } from "@/lib/statistics/philox";
import { AGE_COUNT, YOUNGEST } from "./ages";
import { GROUP_COUNT } from "./groups";
import { emptyPopulation, inPostWte, type Population } from "./population";
import { DEFAULT_AGE_MIX, spreadAges } from "./spread-ages";
import { defaultLaw, sameForAll, type YearLaw } from "./year-law";

/** Uniform numbers between 0 and 1, one stream a seed. */
export function uniforms(seed: number): () => number {
  const block = new Uint32Array(4);
  let drawn = 0;
  return () => {
    if (drawn % 4 === 0) philox4x32(block, drawn / 4, 0, 0, 0, seed, 0x6d757374);
    const word = block[drawn % 4] ?? 0;
    drawn += 1;
    return (word + 0.5) / 4294967296;
  };
}

export const flat = (probability: number) => sameForAll(new Array<number>(AGE_COUNT).fill(probability));

/** A law in which nothing happens but what is asked for. */
export const quietLaw = (of: Partial<YearLaw>): YearLaw => ({
  ...defaultLaw(),
  leave: flat(0),
  move: flat(0),
  promote: flat(0),
  retire: flat(0),
  ...of,
});

type Given = {
  group?: number;
  /** Filled posts by single age. */
  ages: Readonly<Record<number, number>>;
  returnedAges?: Readonly<Record<number, number>>;
  vacant?: number;
  frozenShare?: number;
};

/** A population of a few groups by hand, full time. */
export function populationOf(...given: readonly Given[]): Population {
  const population = emptyPopulation();
  for (const stock of population.groups) {
    stock.wteFirst.fill(1);
    stock.wteReturned.fill(0.8);
  }
  for (const { group = 0, ages, returnedAges = {}, vacant = 0, frozenShare = 0 } of given) {
    const stock = population.groups[group];
    if (stock === undefined) throw new Error(`No group ${group}`);
    for (const [age, count] of Object.entries(ages)) stock.first[Number(age) - YOUNGEST] = count;
    for (const [age, count] of Object.entries(returnedAges)) stock.returned[Number(age) - YOUNGEST] = count;
    stock.vacantPosts = vacant;
    stock.frozenShare = frozenShare;
    stock.establishmentWte = inPostWte(stock) + vacant;
  }
  return population;
}

/** So many posts in one group at the default ages, six in a hundred vacant. */
export function defaultPopulation(posts: number, group = 0): Population {
  const vacant = 0.06 * posts;
  const bands = new Map(
    Object.entries(DEFAULT_AGE_MIX).map(([band, share]) => {
      const heads = share * (posts - vacant);
      return [band, { heads, wte: heads }];
    }),
  );
  const { heads } = spreadAges(bands, { heads: 0, wte: 0 });
  return populationOf({
    group,
    ages: Object.fromEntries(heads.map((count, at) => [at + YOUNGEST, count])),
    vacant,
  });
}

/** Any population and any laws that the model allows, extremes among them, from a seed. */
export function randomScenario(seed: number, years = 12): { population: Population; laws: YearLaw[] } {
  const draw = uniforms(seed);
  const sometimes = (chance: number, value: () => number): number => (draw() < chance ? value() : 0);
  const perGroup = (value: () => number): number[] => Array.from({ length: GROUP_COUNT }, value);
  const table = (highest: number): Float64Array =>
    new Float64Array(GROUP_COUNT * AGE_COUNT).map(() =>
      draw() < 0.1 ? Math.round(draw()) * highest : draw() * highest,
    );

  const population = emptyPopulation();
  for (const stock of population.groups) {
    if (draw() < 0.15) continue;
    for (let at = 0; at < AGE_COUNT; at += 1) {
      stock.first[at] = sometimes(0.6, () => 20 * draw());
      stock.returned[at] = at > 38 ? sometimes(0.3, () => 3 * draw()) : 0;
      stock.wteFirst[at] = 0.5 + 0.5 * draw();
      stock.wteReturned[at] = 0.8 * (stock.wteFirst[at] ?? 0);
    }
    stock.vacantPosts = sometimes(0.8, () => 40 * draw());
    stock.frozenShare = sometimes(0.7, () => draw());
    stock.establishmentWte = inPostWte(stock) + stock.vacantPosts;
  }

  const lawOf = (): YearLaw => ({
    leave: table(draw() < 0.1 ? 1 : 0.3),
    move: table(0.15),
    promote: table(draw() < 0.3 ? 0.6 : 0.1),
    retire: table(draw() < 0.1 ? 1 : 0.5),
    leavingMultiplier: 0.3 + 2 * draw(),
    retirementMultiplier: 0.3 + 2 * draw(),
    organisationLeaving: 0.5 + draw(),
    organisationFilling: 0.5 + draw(),
    fillHazard: perGroup(() => sometimes(0.9, () => 5 * draw())),
    fillScale: perGroup(() => (draw() < 0.7 ? 1 : draw())),
    returnShare: draw(),
    returnedExit: draw(),
    entryAges: defaultLaw().entryAges,
    growth: perGroup(() => sometimes(0.6, () => 0.3 * (draw() - 0.5))),
    frozenShare: Array.from({ length: GROUP_COUNT }, () => (draw() < 0.8 ? null : draw())),
  });
  const laws: YearLaw[] = [];
  for (let year = 0; year < years; year += 1) {
    const before = laws.at(-1);
    laws.push(before !== undefined && draw() < 0.6 ? before : lawOf());
  }
  return { population, laws };
}
