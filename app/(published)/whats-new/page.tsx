import { Tag } from "@/app/_components/nhs/tag";
import { PublishedPage } from "@/app/_components/published-page";
import { formatDate } from "@/lib/format/date";
import { NEWS_KINDS, newsOf } from "@/lib/published/news";
import { readSiteFacts } from "@/lib/services/published/site-facts";

export const revalidate = false;
export const dynamic = "error";

/** Releases, corrections, and changes of method and rules, newest first. */
export default async function NewsRoute() {
  const read = await readSiteFacts();
  const items = newsOf(read?.value.releases ?? []);
  return (
    <PublishedPage
      title="What’s new"
      synthetic={read?.value.synthetic ?? false}
      edition={read?.edition ?? null}
      crumbs={[{ text: "Home", href: "/" }]}
    >
      <h1 className="nhsuk-heading-xl">What’s new</h1>
      <p className="nhsuk-lede-text">Releases, corrections, and changes of method, rules and files.</p>
      <p>
        <a href="/whats-new.atom">Follow it as a feed (Atom)</a>
      </p>
      <ul className="muster-news">
        {items.map(({ id, date, kind, title, words, href }) => (
          <li key={id}>
            <h2 className="nhsuk-heading-m">
              <a href={href}>{title}</a>
            </h2>
            <p className="muster-news__when">
              <Tag colour={COLOURS[kind]}>{NEWS_KINDS[kind]}</Tag> {formatDate(date)}
            </p>
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </PublishedPage>
  );
}

const COLOURS = {
  release: "green",
  correction: "orange",
  withdrawal: "red",
  method: "blue",
  rules: "blue",
  api: "grey",
} as const;
