import type { Department, Post } from "./department";
import { sumWte, wteText } from "./wte";

/** One line of a return by declared column name; a column that is absent is blank. */
export type Line = Readonly<Record<string, string>>;

/** The five-year age bands of the return. */
export function ageBand(age: number): string {
  if (age < 25) return "under_25";
  if (age >= 70) return "70_plus";
  const from = age - (age % 5);
  return `${from}_${from + 4}`;
}

/**
 * The department's lines in the organisation's own way of saying it.
 *
 * @param personKey the key as it is sent: hashed, never raw
 */
export function workforceLines(
  department: Department,
  census: string,
  personKey: (key: number) => string,
): Line[] {
  const { organisation, posts } = department;
  const common = { census_date: census, organisation_code: organisation.code };
  const lines = {
    own_establishment: () => [
      ...posts
        .filter(isFilled)
        .map((post) => ({ ...personLine(post, personKey), ...established(post), ...covered(post) })),
      ...posts
        .filter(isVacant)
        .map((post) => ({ ...vacancyLine(post), ...established(post), ...covered(post) })),
    ],
    budget_lines: () => [
      ...groupsOf(posts, budgetKey).map(budgetLine),
      ...posts.filter(isFilled).map((post) => personLine(post, personKey)),
      ...posts.filter(isVacant).map(vacancyLine),
    ],
    group_lines: () => [
      ...groupsOf(posts.filter(isFilled), groupKey).map(groupLine),
      ...posts
        .filter(isVacant)
        .map((post) => ({ ...vacancyLine(post), ...established(post), ...covered(post) })),
    ],
  }[organisation.wayOfSaying]();
  return lines.map((line) => ({ ...common, ...line }));
}

type Filled = Extract<Post, { vacancy: null }>;
type Vacant = Extract<Post, { holder: null }>;
const isFilled = (post: Post): post is Filled => post.holder !== null;
const isVacant = (post: Post): post is Vacant => post.holder === null;

const referenceOf = (letter: string, number: number): string => `${letter}${String(number).padStart(4, "0")}`;
const bandOf = ({ holder }: Filled): string => (holder.ageKnown ? ageBand(holder.age) : "unknown");

const described = ({ serviceUnit, role, specialism, band }: Post): Line => ({
  service_unit: serviceUnit ?? "",
  role,
  specialism,
  afc_band: band,
});
const established = ({ establishmentWte }: Post): Line => ({ establishment_wte: wteText(establishmentWte) });
const covered = ({ coverWte }: Post): Line =>
  coverWte > 0 ? { temporary_cover_wte: wteText(coverWte) } : {};

const personLine = (post: Filled, personKey: (key: number) => string): Line => ({
  ...described(post),
  line_type: "person",
  post_ref: referenceOf("P", post.reference),
  person_key: personKey(post.holder.key),
  in_post_wte: wteText(post.inPostWte),
  headcount: "1",
  age_band: bandOf(post),
});

const vacancyLine = (post: Vacant): Line => ({
  ...described(post),
  line_type: "vacancy",
  post_ref: referenceOf("P", post.reference),
  vacancy_state: post.vacancy,
});

const budgetKey = ({ serviceUnit, role, specialism, band }: Post): string =>
  [serviceUnit ?? "", role, specialism, band].join("|");
const groupKey = (post: Filled): string => `${budgetKey(post)}|${bandOf(post)}`;

/** The posts by key, keys in the order in which they first come. */
function groupsOf<P extends Post>(posts: readonly P[], keyOf: (post: P) => string): P[][] {
  const groups = new Map<string, P[]>();
  for (const post of posts) groups.set(keyOf(post), [...(groups.get(keyOf(post)) ?? []), post]);
  return [...groups.values()];
}

/** What the ledger holds for one role, specialism and band: the budget, and the bank and agency staff charged to it. */
function budgetLine(posts: readonly Post[], index: number): Line {
  const [first] = posts as [Post];
  const coverWte = sumWte(posts.map((post) => post.coverWte));
  return {
    ...described(first),
    line_type: "budget",
    post_ref: referenceOf("B", index + 1),
    establishment_wte: wteText(sumWte(posts.map((post) => post.establishmentWte))),
    ...(coverWte > 0 ? { temporary_cover_wte: wteText(coverWte) } : {}),
  };
}

function groupLine(posts: readonly Filled[], index: number): Line {
  const [first] = posts as [Filled];
  const coverWte = sumWte(posts.map((post) => post.coverWte));
  return {
    ...described(first),
    line_type: "group",
    post_ref: referenceOf("G", index + 1),
    establishment_wte: wteText(sumWte(posts.map((post) => post.establishmentWte))),
    in_post_wte: wteText(sumWte(posts.map((post) => post.inPostWte))),
    headcount: String(posts.length),
    age_band: bandOf(first),
    ...(coverWte > 0 ? { temporary_cover_wte: wteText(coverWte) } : {}),
  };
}
