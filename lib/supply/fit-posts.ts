import { SUPPLY_DEFAULTS } from "./assumptions";
import { type BaseFigure, figuresOf, numberOf, partsOf, ROLES, totalOf, whyNothing } from "./base-figures";
import { GROUPS } from "./groups";
import { filledPosts, inPostWte, type Population } from "./population";
import type { Dropped } from "./role-by-age-margin";
import { settleMargin } from "./settle-margin";

type PostTotals = { establishment: number; vacancy: number; coverage: number };

/**
 * Establishment and vacancy of the whole place. They are published over those who gave their establishment. Where the
 * bounds say that those are all who have staff, the published totals stand; elsewhere the others are taken to have
 * the same share of posts vacant. Null where nothing can be said.
 */
function totalsOfPosts(figures: readonly BaseFigure[], inPost: number): PostTotals | null {
  const [establishment, vacancy, staff] = ["establishment", "vacancy", "in-post"].map((measure) =>
    totalOf(figures, measure),
  );
  const [funded, vacant] = [numberOf(establishment), numberOf(vacancy)];
  if (funded === null || vacant === null || funded <= 0) return null;
  const covered = funded - vacant;
  const least = (establishment?.low ?? funded) - (vacancy?.high ?? vacant);
  const most = (establishment?.high ?? funded) - (vacancy?.low ?? vacant);
  const all = least <= (staff?.high ?? inPost) && most >= (staff?.low ?? inPost);
  if (all) return { establishment: funded, vacancy: vacant, coverage: 1 };
  if (covered <= 0) return null;
  const grossed = (vacant * inPost) / covered;
  return { establishment: inPost + grossed, vacancy: grossed, coverage: covered / inPost };
}

/** Vacant WTE by group: by role where that is published, within a role (and elsewhere) by those in post. */
function vacancyByGroup(figures: readonly BaseFigure[], total: number, staff: readonly number[]): number[] {
  const all = staff.reduce((sum, wte) => sum + wte, 0);
  const byStaff = staff.map((wte) => (all > 0 ? (total * wte) / all : 0));
  const published = figuresOf(figures, "vacancy", "role");
  if (!published.some(({ low, high }) => low !== null && high !== null)) return byStaff;
  const margin = published.map((figure) => {
    const roles = new Set(partsOf(figure.category));
    const groups = GROUPS.flatMap(({ role }, group) => (roles.has(role) ? [group] : []));
    return { figure, groups, expected: groups.reduce((sum, group) => sum + (byStaff[group] ?? 0), 0) };
  });
  const covered = new Set(margin.flatMap(({ figure }) => partsOf(figure.category)));
  if (covered.size < ROLES.length) return byStaff;
  const settled = settleMargin(
    margin.map(({ figure: { value, low, high }, expected }) => ({ value, low, high, expected })),
    total,
  );
  const byGroup = new Array<number>(GROUPS.length).fill(0);
  for (const [at, { groups }] of margin.entries()) {
    const inRole = groups.reduce((sum, group) => sum + (staff[group] ?? 0), 0);
    for (const group of groups) {
      const share = inRole > 0 ? (staff[group] ?? 0) / inRole : 1 / groups.length;
      byGroup[group] = (settled[at] ?? 0) * share;
    }
  }
  return byGroup;
}

/**
 * Gives a fitted population its vacant posts, in place. A vacant post is taken to be as large as the mean filled one
 * of its group; what the three published totals leave over (they are rounded apart) and vacancies below nought are
 * fractional vacancy, so that establishment and WTE in post at the start are the published ones.
 */
export function fitPosts(
  population: Population,
  figures: readonly BaseFigure[],
): { dropped: Dropped[]; notes: string[] } {
  const dropped: Dropped[] = [];
  const notes: string[] = [];
  const staff = population.groups.map(inPostWte);
  const inPost = staff.reduce((sum, wte) => sum + wte, 0);
  const heads = population.groups.reduce((sum, group) => sum + filledPosts(group), 0);
  const totals = totalsOfPosts(figures, inPost);
  const rate = SUPPLY_DEFAULTS["vacancy-rate"].value;
  population.establishmentKnown = totals !== null;
  if (totals === null) {
    for (const measure of ["establishment", "vacancy"]) {
      const figure = totalOf(figures, measure);
      if (numberOf(figure) === null) dropped.push({ measure, dimension: "all", reason: whyNothing(figure) });
    }
    notes.push(
      `No establishment can be used here: ${100 * rate} % of posts are taken to be vacant, and no funded gap is formed.`,
    );
  } else if (totals.coverage !== 1) {
    notes.push(
      `Establishment covers ${Math.round(100 * totals.coverage)} % of the WTE in post; the rest is taken to have the same share of posts vacant.`,
    );
  }
  const vacancy = totals?.vacancy ?? (inPost * rate) / (1 - rate);
  const establishment = totals?.establishment ?? inPost + vacancy;
  const left = establishment - inPost - vacancy;
  const vacant =
    totals === null ? staff.map((wte) => (wte * rate) / (1 - rate)) : vacancyByGroup(figures, vacancy, staff);

  const frozen = totalOf(figures, "frozen");
  const frozenWte = numberOf(frozen);
  if (frozenWte === null) dropped.push({ measure: "frozen", dimension: "all", reason: whyNothing(frozen) });
  // Frozen posts are published over the same organisations as vacancies: their share stands for all.
  const published = numberOf(totalOf(figures, "vacancy")) ?? 0;
  const frozenShare = published > 0 ? Math.min(1, Math.max(0, (frozenWte ?? 0) / published)) : 0;

  for (const [at, group] of population.groups.entries()) {
    const filled = filledPosts(group);
    const own = staff[at] ?? 0;
    const meanWte =
      filled > 0 ? own / filled : heads > 0 ? inPost / heads : SUPPLY_DEFAULTS["mean-wte"].value;
    const vacantWte = Math.max(0, vacant[at] ?? 0);
    group.vacantPosts = meanWte > 0 ? vacantWte / meanWte : vacantWte;
    group.frozenShare = frozenShare;
    group.establishmentWte =
      own + (vacant[at] ?? 0) + (inPost > 0 ? (left * own) / inPost : left / GROUPS.length);
    group.fractionalVacancyWte = group.establishmentWte - own - vacantWte;
  }
  return { dropped, notes };
}
