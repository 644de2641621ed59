/** What the vacant posts of some lines come to. */
export type Vacancies = {
  posts: number;
  frozenPosts: number;
  /** Funded WTE of the vacant posts. */
  wte: number;
};

export type VacancyLine = { posts: number; frozen: boolean; establishmentWte: number | null };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Vacancy lines that carry their own establishment: each is so many posts. */
export const vacanciesOnLines = (lines: readonly VacancyLine[]): Vacancies => ({
  posts: sum(lines.map(({ posts }) => posts)),
  frozenPosts: sum(lines.map(({ posts, frozen }) => (frozen ? posts : 0))),
  wte: sum(lines.map(({ posts, establishmentWte }) => establishmentWte ?? posts)),
});

/**
 * Vacancies of one budget (service unit, role, specialism and band): the money without people, `vacancyWte`, is
 * whole posts and a fraction. Vacancy lines only describe, so they decide between rounding down and up. What is left
 * of the money beyond one WTE a post belongs to filled posts, as fractional vacancy.
 */
export function vacanciesOfBudget(vacancyWte: number, lines: readonly VacancyLine[]): Vacancies {
  // WTE have five decimals; sums of them stray in the last bits.
  const least = Math.max(0, Math.floor(vacancyWte + 1e-6));
  const most = Math.max(0, Math.ceil(vacancyWte - 1e-6));
  const described = vacanciesOnLines(lines);
  const posts = Math.min(most, Math.max(least, described.posts));
  return {
    posts,
    frozenPosts: Math.min(posts, described.frozenPosts),
    wte: Math.min(posts, Math.max(0, vacancyWte)),
  };
}
