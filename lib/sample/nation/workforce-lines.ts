import { sumWte, wteText } from "../wte";
import { ageBand } from "./age-band";
import type { WayOfSaying } from "./organisations";
import type { Line } from "./part-file";
import { type FilledPost, isFilled, type Post, type Team, type VacantPost } from "./team";
import { personDetail, trainingOf, vacancyDetail } from "./workforce-detail";

/** A post's part in one specialism: nearly always the whole of it. */
type Share = {
  post: Post;
  reference: string;
  specialism: string;
  establishmentWte: number;
  inPostWte: number;
};
type FilledShare = Share & { post: FilledPost };

/**
 * A team's lines in the organisation's own way of saying it, in all the columns that it could fill but the two that
 * are the same on every line.
 *
 * @param personKey the key as it is sent: hashed, never raw
 */
export function workforceLines(
  { organisation, posts }: Team,
  census: string,
  personKey: (number: number) => string,
): Line[] {
  const shares = posts.flatMap(sharesOf);
  const filled = shares.filter((share): share is FilledShare => isFilled(share.post));
  const vacancies = shares.filter(({ post }) => !isFilled(post)).map(vacancyLine);
  const people = () => filled.map((share) => personLine(share, census, personKey));
  const groups = () => groupsOf(filled, groupKey).map(groupLine);
  const budgets = () => groupsOf(shares, budgetKey).map(budgetLine);
  const lines: Record<WayOfSaying, () => Line[]> = {
    own_lines: () => [...people(), ...vacancies],
    own_groups: () => [...groups(), ...vacancies],
    budget_person: () => [...budgets(), ...[...people(), ...vacancies].map(besideBudget)],
    budget_group: () => [...budgets(), ...[...groups(), ...vacancies].map(besideBudget)],
  };
  return lines[organisation.wayOfSaying]();
}

/** Beside budget lines, people and vacancies say nothing of money: establishment and cover are the ledger's. */
const besideBudget = ({ establishment_wte: _, temporary_cover_wte: __, ...line }: Line): Line => line;

function sharesOf(post: Post): Share[] {
  const reference = referenceOf("P", post.reference);
  const { specialism, establishmentWte, second } = post;
  const whole = { post, reference, specialism, establishmentWte, inPostWte: post.inPostWte };
  if (second === null) return [whole];
  const inSecond = isFilled(post) ? Math.min(second.wte, post.inPostWte / 2) : 0;
  return [
    {
      ...whole,
      establishmentWte: sumWte([establishmentWte, -second.wte]),
      inPostWte: sumWte([post.inPostWte, -inSecond]),
    },
    {
      post: { ...post, coverWte: 0 },
      reference: `${reference}b`,
      specialism: second.specialism,
      establishmentWte: second.wte,
      inPostWte: inSecond,
    },
  ];
}

const referenceOf = (letter: string, number: number): string => `${letter}${String(number).padStart(4, "0")}`;
const bandOf = ({ post: { holder } }: FilledShare): string =>
  holder.ageKnown ? ageBand(holder.age) : "unknown";

const described = ({ post, specialism }: Share): Line => ({
  service_unit: post.unit ?? "",
  employer_organisation_code: post.employer ?? "",
  role: post.role,
  specialism,
  afc_band: post.band,
});
const covered = (wte: number): Line => (wte > 0 ? { temporary_cover_wte: wteText(wte) } : {});

const personLine = (share: FilledShare, census: string, personKey: (number: number) => string): Line => ({
  ...described(share),
  ...personDetail(share.post, census),
  line_type: "person",
  post_ref: share.reference,
  person_key: personKey(share.post.holder.number),
  establishment_wte: wteText(share.establishmentWte),
  in_post_wte: wteText(share.inPostWte),
  headcount: "1",
  age_band: bandOf(share),
  ...covered(share.post.coverWte),
  ...(share.post.covers === null ? {} : { covers_post_ref: referenceOf("P", share.post.covers) }),
});

const vacancyLine = (share: Share): Line => ({
  ...described(share),
  ...vacancyDetail((share.post as VacantPost).vacancy),
  line_type: "vacancy",
  post_ref: share.reference,
  establishment_wte: wteText(share.establishmentWte),
  vacancy_state: (share.post as VacantPost).vacancy.state,
  ...covered(share.post.coverWte),
});

const budgetKey = ({ post, specialism }: Share): string =>
  [post.unit ?? "", post.employer ?? "", post.role, specialism, post.band].join("|");
const groupKey = (share: FilledShare): string => {
  const { training_programme: programme = "", training_funding: funding = "" } = trainingOf(share.post);
  return `${budgetKey(share)}|${bandOf(share)}|${programme}|${funding}`;
};

/** Shares by key, keys in the order in which they first come. */
function groupsOf<S extends Share>(shares: readonly S[], keyOf: (share: S) => string): S[][] {
  const groups = new Map<string, S[]>();
  for (const share of shares) {
    const key = keyOf(share);
    const group = groups.get(key);
    if (group) group.push(share);
    else groups.set(key, [share]);
  }
  return [...groups.values()];
}

/** What the ledger holds for one role, specialism and band: the budget, and the bank and agency staff charged to it. */
const budgetLine = (shares: readonly Share[], index: number): Line => ({
  ...described(shares[0] as Share),
  line_type: "budget",
  post_ref: referenceOf("B", index + 1),
  establishment_wte: wteText(sumWte(shares.map((share) => share.establishmentWte))),
  ...covered(sumWte(shares.map(({ post }) => post.coverWte))),
});

function groupLine(shares: readonly FilledShare[], index: number): Line {
  return {
    ...described(shares[0] as Share),
    line_type: "group",
    post_ref: referenceOf("G", index + 1),
    establishment_wte: wteText(sumWte(shares.map((share) => share.establishmentWte))),
    in_post_wte: wteText(sumWte(shares.map((share) => share.inPostWte))),
    headcount: String(shares.length),
    ...trainingOf((shares[0] as FilledShare).post),
    age_band: bandOf(shares[0] as FilledShare),
    ...covered(sumWte(shares.map(({ post }) => post.coverWte))),
  };
}
