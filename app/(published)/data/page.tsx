import { SummaryList } from "@/app/_components/nhs/summary-list";
import { Table } from "@/app/_components/nhs/table";
import { ReleaseFiles } from "@/app/_components/published/release-files";
import { ReleasePackage } from "@/app/_components/published/release-package";
import { SymbolList } from "@/app/_components/published/symbol-list";
import { PublishedPage } from "@/app/_components/published-page";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { citationOf, figuresLicence, OPEN_GOVERNMENT_LICENCE } from "@/lib/published/citation";
import { FIGURE_COLUMNS } from "@/lib/published/figure-columns";
import { dataHref } from "@/lib/published/place-href";
import { RELEASE_TABLES } from "@/lib/published/release-tables";
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
        Every published figure is in these files, with its range, and where there is none with the reason: a
        whole release at once, or a file for each place.
      </p>
      {latest === null ? <p>Nothing has been published yet.</p> : null}
      <p>
        <a href="/data/table">Make a table of your own</a>: places, measures, a breakdown and releases.{" "}
        <a href="/data/api">Figures for programs (API)</a>
      </p>
      {latest === null ? null : <ReleasePackage release={latest} />}
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
              key: "As JSON, and a workbook",
              value: (
                <>
                  <code>.json</code> in place of <code>.csv</code>: the same rows as objects, numbers as
                  numbers. <code>/data/r{number}/places/Y56.xlsx</code>: everything on the page of a place, a
                  sheet for each chart
                </>
              ),
            },
            {
              key: "A whole release",
              value: (
                <>
                  <code>/data/r{number}/figures.csv</code>, and in its place{" "}
                  {RELEASE_TABLES.slice(1)
                    .map(({ shape }) => shape.id)
                    .join(", ")}
                  ; what each column holds is at <code>/data/r{number}/figures.csv-metadata.json</code> and{" "}
                  <code>/data/r{number}/datapackage.json</code>
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
          rows={FIGURE_COLUMNS.map(({ name, words }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, words],
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
              value: `${latest ? citationOf(latest, "the place and the measure") : "Muster (release number): the place and the measure. The census date."} Give the address with the release’s number: it stays.`,
            },
            {
              key: "Names and codes",
              value: (
                <>
                  Those of NHS places contain public sector information licensed under the{" "}
                  <a href={OPEN_GOVERNMENT_LICENCE.path}>{OPEN_GOVERNMENT_LICENCE.title}</a>.
                </>
              ),
            },
            {
              key: "Figures",
              value: figuresLicence({ synthetic: latest?.synthetic ?? false }),
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
