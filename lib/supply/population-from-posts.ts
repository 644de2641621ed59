import { AGE_BAND_IDS, AGE_COUNT, bandAt } from "./ages";
import { SUPPLY_DEFAULTS } from "./assumptions";
import { GROUP_COUNT, groupOf } from "./groups";
import { emptyPopulation, filledPosts, inPostWte, type Population } from "./population";
import { type PensionMix, type PensionSection, pensionSection } from "./retirement";
import { type Counted, meanWteByAge, spreadAges } from "./spread-ages";
import { type Vacancies, type VacancyLine, vacanciesOfBudget, vacanciesOnLines } from "./vacant-posts";

/** One line of a workforce part, by its declared names. Lines of one organisation, as employer. */
export type WorkforceLine = {
  line_type: string | null;
  role: string | null;
  specialism: string | null;
  afc_band: string | null;
  service_unit?: string | null;
  person_key?: string | null;
  age_band: string | null;
  headcount: number | null;
  in_post_wte: number | null;
  establishment_wte: number | null;
  vacancy_state: string | null;
  nhs_start_year?: number | null;
};

export type OwnPopulation = {
  population: Population;
  /** Pension sections by group, null where no line of the group says when somebody joined the NHS. */
  pensionMix: (PensionMix | null)[];
  /** What had to be assumed, in sentences. */
  notes: string[];
};

type Person = { group: number; age: string; heads: number; wte: number; section: PensionSection | null };

const groupOfLine = (line: WorkforceLine): number => groupOf(line.role ?? "", line.afc_band ?? "");

/** Each person once, with all their WTE, where their largest post is; as the figures of a release count them. */
function peopleOf(lines: readonly WorkforceLine[]): Person[] {
  const people: Person[] = [];
  const byKey = new Map<string, { person: Person; largest: number }>();
  for (const line of lines) {
    if (line.line_type !== "person" && line.line_type !== "group") continue;
    const wte = line.in_post_wte ?? 0;
    const person: Person = {
      group: groupOfLine(line),
      age: line.age_band ?? "unknown",
      heads: line.line_type === "group" ? (line.headcount ?? 0) : 1,
      wte,
      section: line.nhs_start_year == null ? null : pensionSection(line.nhs_start_year),
    };
    const key = line.line_type === "person" ? (line.person_key ?? null) : null;
    const seen = key === null ? undefined : byKey.get(key);
    if (seen === undefined) {
      people.push(person);
      if (key !== null) byKey.set(key, { person, largest: wte });
      continue;
    }
    const all = seen.person.wte + wte;
    if (wte > seen.largest) {
      Object.assign(seen.person, person);
      seen.largest = wte;
    }
    seen.person.wte = all;
  }
  return people;
}

/** Vacant posts by group: line by line, or budget by budget where the file has budget lines. */
function vacanciesByGroup(lines: readonly WorkforceLine[]): Vacancies[] {
  const budgets = lines.some((line) => line.line_type === "budget");
  const cells = new Map<string, { group: number; vacancyWte: number; lines: VacancyLine[] }>();
  for (const line of lines) {
    const { service_unit, role, specialism, afc_band, line_type } = line;
    const key = JSON.stringify([service_unit ?? "", role, specialism, afc_band]);
    const cell = cells.get(key) ?? { group: groupOfLine(line), vacancyWte: 0, lines: [] };
    cells.set(key, cell);
    cell.vacancyWte += (line.establishment_wte ?? 0) - (line.in_post_wte ?? 0);
    if (line_type !== "vacancy") continue;
    cell.lines.push({
      posts: line.headcount ?? 1,
      frozen: line.vacancy_state === "frozen",
      establishmentWte: line.establishment_wte,
    });
  }
  const byGroup = Array.from({ length: GROUP_COUNT }, () => ({ posts: 0, frozenPosts: 0, wte: 0 }));
  for (const cell of cells.values()) {
    const found = budgets ? vacanciesOfBudget(cell.vacancyWte, cell.lines) : vacanciesOnLines(cell.lines);
    const sum = byGroup[cell.group];
    if (sum === undefined) continue;
    sum.posts += found.posts;
    sum.frozenPosts += found.frozenPosts;
    sum.wte += found.wte;
  }
  return byGroup;
}

function pensionMixOf(people: readonly Person[]): PensionMix | null {
  if (!people.some(({ section }) => section !== null)) return null;
  const byBand = new Map(
    AGE_BAND_IDS.map((band) => {
      const here = people.filter(({ age }) => age === band);
      const all = here.reduce((sum, { heads }) => sum + heads, 0);
      const share = (of: PensionSection): number =>
        all === 0 ? 0 : here.reduce((sum, { heads, section }) => sum + (section === of ? heads : 0), 0) / all;
      return [band, { "1995": share("1995"), "2008": share("2008"), "2015": share("2015") }] as const;
    }),
  );
  return Array.from({ length: AGE_COUNT }, (_, position) => {
    const shares = byBand.get(bandAt(position));
    return shares ?? { "1995": 0, "2008": 0, "2015": 0 };
  });
}

/**
 * The starting population of one organisation from the lines of its own workforce part. Headcount, WTE in post and
 * establishment are the lines' own to the last digit; everybody is in the first career, since a return does not tell
 * who came back. Where no line gives an establishment, vacant posts are those described, or else the default share.
 */
export function populationFromPosts(lines: readonly WorkforceLine[]): OwnPopulation {
  const people = peopleOf(lines);
  const vacancies = vacanciesByGroup(lines);
  const population = emptyPopulation();
  population.establishmentKnown = lines.some((line) => line.establishment_wte !== null);
  const anyDescribed = lines.some((line) => line.line_type === "vacancy");
  const notes: string[] = [];

  const heads = people.reduce((sum, person) => sum + person.heads, 0);
  const allWte = people.reduce((sum, person) => sum + person.wte, 0);
  const meanWte = heads > 0 ? allWte / heads : SUPPLY_DEFAULTS["mean-wte"].value;

  for (const [at, group] of population.groups.entries()) {
    const own = people.filter((person) => person.group === at);
    const byBand = new Map<string, Counted>();
    for (const { age, heads: count, wte } of own) {
      const sum = byBand.get(age) ?? { heads: 0, wte: 0 };
      byBand.set(age, { heads: sum.heads + count, wte: sum.wte + wte });
    }
    const spread = spreadAges(byBand, byBand.get("unknown") ?? { heads: 0, wte: 0 });
    group.first = spread.heads;
    group.wteFirst = meanWteByAge(spread.heads, spread.wte, meanWte);
    group.wteReturned = group.wteFirst.map((wte) => wte * SUPPLY_DEFAULTS["returned-hours"].value);

    const found = vacancies[at] ?? { posts: 0, frozenPosts: 0, wte: 0 };
    const filled = filledPosts(group);
    const inPost = inPostWte(group);
    const rate = SUPPLY_DEFAULTS["vacancy-rate"].value;
    const known = population.establishmentKnown || anyDescribed;
    group.vacantPosts = known ? found.posts : (filled * rate) / (1 - rate);
    group.frozenShare = found.posts > 0 ? Math.min(1, found.frozenPosts / found.posts) : 0;
    if (population.establishmentKnown) {
      const mine = lines.filter((line) => groupOfLine(line) === at);
      group.establishmentWte = mine.reduce((sum, line) => sum + (line.establishment_wte ?? 0), 0);
      group.fractionalVacancyWte = group.establishmentWte - inPost - found.wte;
    } else {
      group.establishmentWte = inPost + group.vacantPosts * (filled > 0 ? inPost / filled : meanWte);
    }
  }

  const unknown = people.reduce((sum, { age, heads: count }) => sum + (age === "unknown" ? count : 0), 0);
  if (unknown > 0) {
    notes.push(
      `The age of ${unknown} of ${heads} people is not known; they are taken to be as old as the others of their group.`,
    );
  }
  if (!population.establishmentKnown && heads > 0) {
    notes.push(
      anyDescribed
        ? "No line gives an establishment: vacant posts are those on vacancy lines, and no funded gap is formed."
        : `No line gives an establishment: ${100 * SUPPLY_DEFAULTS["vacancy-rate"].value} % of posts are taken to be vacant, and no funded gap is formed.`,
    );
  }
  return {
    population,
    pensionMix: population.groups.map((_, at) => pensionMixOf(people.filter(({ group }) => group === at))),
    notes,
  };
}
