import { formatDate } from "@/lib/format/date";
import { readSiteFacts } from "@/lib/services/published/site-facts";

/** What is new for everyone, with the way to it. */
export async function PublishedFigures() {
  const latest = (await readSiteFacts())?.value.latest ?? null;
  return (
    <section>
      <h2>Published figures</h2>
      {latest ? (
        <p>
          The newest is release {latest.number}, census of {formatDate(latest.census)}
          {latest.publishedAt ? `, published on ${formatDate(latest.publishedAt)}` : ""}
          {latest.collectionOpen ? "; it is provisional, since returns still come in" : ""}.
        </p>
      ) : (
        <p>Nothing has been published yet.</p>
      )}
      <ul className="nhsuk-list">
        <li>
          <a href="/">The national picture</a>
        </li>
        <li>
          <a href="/places">Any region, board or organisation</a>
        </li>
      </ul>
    </section>
  );
}
