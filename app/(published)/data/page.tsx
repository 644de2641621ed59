import { SummaryList } from "@/app/_components/nhs/summary-list";
import { Table } from "@/app/_components/nhs/table";
import { ReleaseFiles } from "@/app/_components/published/release-files";
import { SymbolList } from "@/app/_components/published/symbol-list";
import { PublishedPage } from "@/app/_components/published-page";
import { formatDate } from "@/lib/format/date";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { FIGURE_COLUMN_WORDS } from "@/lib/published/figure-columns";
import { dataHref } from "@/lib/published/place-href";
import { readDataPage } from "@/lib/services/published/data-page";

export const revalidate = false;
export const dynamic = "error";

/** What can be downloaded, what is in it, and how it is cited. */
export default async function DataRoute() {
  const read = await readDataPage();
  const releases = read?.value.releases ?? [];
  const latest = read?.value.site.latest ?? null;
  const number = latest?.number ?? 1;
  return (
    <PublishedPage
      title="Data"
      current="data"
      synthetic={read?.value.site.synthetic ?? false}
      edition={read?.edition ?? null}
      crumbs={[{ text: "Home", href: "/" }]}
    >
      <h1 className="nhsuk-heading-xl">Download the figures</h1>
      <p className="nhsuk-lede-text">
        Every published figure is in a CSV file, with its range, and where there is none with the reason.
        There is a file for each place in each release.
      </p>
      {latest === null ? <p>Nothing has been published yet.</p> : null}
      {releases.map((files, at) => (
        <ReleaseFiles files={files} newest={at === 0} key={files.release.number} />
      ))}

      <section aria-labelledby="names">
        <h2 id="names">How files are named</h2>
        <SummaryList
          rows={[
            {
              key: "All figures of a place",
              value: <code>/data/r{number}/places/Y56.csv</code>,
            },
            {
              key: "One measure of a place",
              value: (
                <>
                  <code>/data/r{number}/places/Y56/vacancy-rate.csv</code>: the measure as in the address of
                  its page. <a href="/methods/measures">All measures</a>
                </>
              ),
            },
            {
              key: "The newest release",
              value: (
                <>
                  <code>latest</code> in place of <code>r{number}</code> leads to the newest release, as in{" "}
                  <a href={`/data/latest/places/${UNITED_KINGDOM}.csv`}>the latest of the United Kingdom</a>
                </>
              ),
            },
            {
              key: "Rows of a chart",
              value: "Beneath each chart: the picture, and the rows that it is drawn from as CSV.",
            },
            {
              key: "An organisation",
              value:
                "Its file says only whether it answered, who serves it, and whether it sent its devices: figures of one organisation’s staff are not public.",
            },
          ]}
        />
      </section>
      <section aria-labelledby="columns">
        <h2 id="columns">What is in a file</h2>
        <p>One row is one figure: one measure of one place, in total or for one category of a breakdown.</p>
        <Table
          caption="Columns of a file of figures"
          captionHidden
          compact
          columns={[{ heading: "Column" }, { heading: "What it holds" }]}
          rows={Object.entries(FIGURE_COLUMN_WORDS).map(([column, words]) => ({
            key: column,
            cells: [<code key="name">{column}</code>, words],
          }))}
        />
      </section>
      <section aria-labelledby="symbols">
        <h2 id="symbols">Symbols</h2>
        <SymbolList />
        <p>
          Counts of people are rounded to five so that nobody can be recognised, and parts may not add up to
          their total: use the total shown. <a href="/methods#rounding">How figures are protected</a>
        </p>
      </section>
      <section aria-labelledby="cite">
        <h2 id="cite">Licence and citation</h2>
        <SummaryList
          rows={[
            {
              key: "How to cite",
              value: `Muster (release ${number}): the place and the measure. ${
                latest ? `Census of ${formatDate(latest.census)}.` : "The census date."
              }${latest?.synthetic ? " Synthetic data." : ""} Give the address with the release’s number: it stays.`,
            },
            {
              key: "Names and codes",
              value: (
                <>
                  Those of NHS places contain public sector information licensed under the{" "}
                  <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
                    Open Government Licence v3.0
                  </a>
                  .
                </>
              ),
            },
            {
              key: "Figures",
              value: latest?.synthetic
                ? "Invented, and free for anyone to use as long as it is said that they are. No licence for real figures has been set yet."
                : "Ask the body that publishes these releases.",
            },
          ]}
        />
        {latest ? (
          <p>
            <a href={dataHref(latest.number, UNITED_KINGDOM)}>
              All figures of the United Kingdom in release {latest.number} (CSV)
            </a>
          </p>
        ) : null}
      </section>
    </PublishedPage>
  );
}
