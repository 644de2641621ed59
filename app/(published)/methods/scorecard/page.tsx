import { Table } from "@/app/_components/nhs/table";
import { PublishedPage } from "@/app/_components/published-page";
import { formatDate } from "@/lib/format/date";
import {
  RATE_HEADINGS,
  rateCells,
  SCORECARD_HEADINGS,
  scorecardCells,
  scorecardSentences,
} from "@/lib/published/scorecard-words";
import { readScorecardPage, type Scorecard } from "@/lib/services/published/scorecard-page";

export const revalidate = false;
export const dynamic = "error";

/** How earlier looks ahead did on the censuses that came after, and the rates that the newest rest on. */
export default async function ScorecardRoute() {
  const read = await readScorecardPage();
  const scorecard = read?.value.scorecard ?? null;
  return (
    <PublishedPage
      title="How looks ahead have done"
      current="methods"
      synthetic={read?.value.site.synthetic ?? false}
      edition={read?.edition ?? null}
      crumbs={[
        { text: "Home", href: "/" },
        { text: "Methods", href: "/methods" },
      ]}
    >
      <h1 className="nhsuk-heading-xl">How looks ahead have done</h1>
      <p className="nhsuk-lede-text">
        Whenever a release is built, the looks ahead from the releases before it are held against its census:
        from what was published then, by the rates that were known then.
      </p>
      {scorecard === null ? (
        <p>Nothing has been published yet.</p>
      ) : (
        <>
          <Scores scorecard={scorecard} />
          <Rates scorecard={scorecard} />
        </>
      )}
    </PublishedPage>
  );
}

const noteOf = ({ release }: Scorecard) =>
  `Release ${release.number}, census of ${formatDate(release.census)}.${release.synthetic ? " Synthetic data." : ""}`;

function Scores({ scorecard }: { scorecard: Scorecard }) {
  const { lines } = scorecard;
  if (lines.length === 0)
    return (
      <section aria-labelledby="scores">
        <h2 id="scores">Scores</h2>
        <p>
          There is no score yet. It takes two censuses, a whole number of years apart, and places in which the
          same organisations answered both.
        </p>
      </section>
    );
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {scorecardSentences(lines).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Table
        caption={`Looks ahead against what came. ${noteOf(scorecard)}`}
        compact
        columns={SCORECARD_HEADINGS.map((heading, at) => ({ heading, numeric: at > 0 }))}
        rows={lines.map((line) => ({
          key: `${line.measure} ${line.yearsAhead}`,
          cells: scorecardCells(line),
        }))}
      />
      <p className="muster-downloads">
        <span>Download: </span>
        <a href="/methods/scorecard/scorecard.csv">
          CSV<span className="nhsuk-u-visually-hidden"> of the scores</span>
        </a>
      </p>
      <h3>How to read it</h3>
      <ul>
        <li>
          A figure is one place at one census. A place counts only where the very same organisations answered
          both: elsewhere a change would be of who answered.
        </li>
        <li>
          Of ranges that say how sure a look is, half of what came should lie in the middle half of histories,
          and nine in ten in nine in ten of them. Fewer means that looks were surer than they had reason to
          be.
        </li>
        <li>
          The score is the continuous ranked probability score, in the unit of its line: how far the histories
          were from what came. Smaller is better. “Same as then” is scored alike, and a look that is not
          better is not worth having.
        </li>
        <li>
          What came is what was published, rounded to five people, and so is what a look starts from: the
          ranges have both roundings in them.
        </li>
        <li>
          A look holds what is funded at the census. Posts that were funded or closed since are a part of the
          distance, and of no range.
        </li>
      </ul>
    </section>
  );
}

function Rates({ scorecard }: { scorecard: Scorecard }) {
  const { rates } = scorecard;
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">Rates that looks ahead rest on</h2>
      {rates.length === 0 ? (
        <p>
          The returns do not tell enough yet: every rate is an illustrative default, and every look says so.
          Rates take joiners and leavers of at least ten organisations over a year that began with a census.
        </p>
      ) : (
        <>
          <p>
            Estimated from the returns behind this release and those before, over all nations together, and
            rounded so that they tell of no one organisation. A group that is not named has the rate of
            everybody. What is not named at all is an illustrative default.
          </p>
          <Table
            caption={`Rates estimated from returns. ${noteOf(scorecard)}`}
            compact
            columns={RATE_HEADINGS.map((heading, at) => ({ heading, numeric: at > 0 }))}
            rows={rates.map((rate) => ({ key: `${rate.rate} ${rate.group}`, cells: rateCells(rate) }))}
          />
          <p className="muster-downloads">
            <span>Download: </span>
            <a href="/methods/scorecard/rates.csv">
              CSV<span className="nhsuk-u-visually-hidden"> of the rates</span>
            </a>
          </p>
        </>
      )}
      <p>
        <a href="/methods/estimation">How rates are estimated</a>
      </p>
    </section>
  );
}
