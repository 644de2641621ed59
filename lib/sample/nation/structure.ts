import { type Flow, joiner, leaver } from "./flows";
import { MERGER, SERVICE_SPLIT } from "./happenings";
import { isFilled, type Post, type Team } from "./team";

/** Teams by organisation's code. */
export type Teams = ReadonlyMap<string, Team>;

/**
 * What the year to a census does to organisations themselves, at its start: the merger, whose successor takes every
 * post with its holder, and the service that goes to another organisation. The flows that come of it are of heads
 * that move with their service, and are not counted in rates; a merger has none, since both sides are the same.
 */
export function restructured(
  teams: Teams,
  census: string,
): { teams: Teams; flows: ReadonlyMap<string, Flow[]> } {
  const next = new Map(teams);
  const flows = new Map<string, Flow[]>();
  const move = (from: string, to: string, goes: (post: Post) => boolean) => {
    const [origin, target] = [next.get(from), next.get(to)];
    if (!origin || !target) return;
    const going = origin.posts.filter(goes);
    next.set(from, { ...origin, posts: origin.posts.filter((post) => !goes(post)) });
    next.set(to, received(target, going));
  };
  const endsIn = (date: string) =>
    date <= census && date > `${Number(census.slice(0, 4)) - 1}${census.slice(4)}`;
  if (endsIn(MERGER.closes)) for (const from of MERGER.from) move(from, MERGER.into, () => true);
  if (census === SERVICE_SPLIT.census) {
    const { from, to, specialism } = SERVICE_SPLIT;
    const goes = (post: Post) => post.specialism === specialism;
    const people = (teams.get(from)?.posts ?? []).filter(goes).filter(isFilled);
    move(from, to, goes);
    flows.set(
      from,
      people.map((post) => leaver({ post }, 0.5, "transfer_of_service", "other_nhs")),
    );
    flows.set(
      to,
      people.map((post) =>
        joiner(
          { ...post, unit: null },
          { ...post.holder, age: post.holder.age + 1 },
          post.inPostWte,
          0.5,
          "other_nhs",
        ),
      ),
    );
  }
  return { teams: next, flows };
}

/** The posts in their new organisation: references, people's numbers and units are its own. */
function received(team: Team, posts: readonly Post[]): Team {
  const renumbered = posts.map((post, index): Post => {
    const seat = {
      reference: team.nextReference + index,
      unit: team.organisation.units[0] ?? null,
      covers: null,
    };
    return isFilled(post)
      ? { ...post, ...seat, holder: { ...post.holder, number: team.nextPerson + index } }
      : { ...post, ...seat };
  });
  return {
    ...team,
    posts: [...team.posts, ...renumbered],
    nextPerson: team.nextPerson + posts.length,
    nextReference: team.nextReference + posts.length,
  };
}
