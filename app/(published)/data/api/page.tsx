import { Table } from "@/app/_components/nhs/table";
import { ApiEndpoint, CommonParameters } from "@/app/_components/published/api-endpoint";
import { SitePage } from "@/app/_components/published/site-page";
import { formatDate } from "@/lib/format/date";
import { API_CHANGES, API_VERSION } from "@/lib/published/api/api-changes";
import { PROBLEM_TITLES } from "@/lib/published/api/api-problem";
import { API_ROOT } from "@/lib/published/api/endpoint";
import { ENDPOINTS } from "@/lib/published/api/endpoints";

export const revalidate = false;
export const dynamic = "error";

const PROBLEMS: Readonly<Record<keyof typeof PROBLEM_TITLES, string>> = {
  "no-such-address": "404. The answer lists the addresses that there are.",
  "no-such-parameter": "400. No parameter is passed over in silence; the answer lists those that there are.",
  "bad-value": "400. The answer says what the parameter takes.",
  "not-found": "404. There is no such release, place, measure or figure; never a figure of something else.",
  "release-withdrawn": "410. The answer says why it was withdrawn.",
};

/** How a program asks for figures, from the same declarations that answer it. */
export default function ApiRoute() {
  return (
    <SitePage title="API" current="data" crumbs={[{ text: "Data", href: "/data" }]}>
      <h1 className="nhsuk-heading-xl">Figures for programs</h1>
      <p className="nhsuk-lede-text">
        Every figure of everyone’s pages as JSON, at <code>{API_ROOT}</code>. No key is needed, and nothing
        else can be asked for.
      </p>
      <p>
        <a href={`${API_ROOT}/openapi.json`}>OpenAPI 3.1 document</a>, version {API_VERSION}. Whole tables at
        once are quicker as <a href="/data">files</a>.
      </p>
      <section aria-labelledby="begin">
        <h2 id="begin">To begin with</h2>
        <ul>
          <li>
            <a href={`${API_ROOT}/releases`}>
              <code>{API_ROOT}/releases</code>
            </a>
            : which releases there are
          </li>
          <li>
            <a href={`${API_ROOT}/releases/latest/figures?level=region&measure=vacancy-rate`}>
              <code>{API_ROOT}/releases/latest/figures?level=region&amp;measure=vacancy-rate</code>
            </a>
            : the vacancy rate of each region in the newest release
          </li>
        </ul>
        <p>
          A release never changes: an address with its number gives the same figures for ever, and says in{" "}
          <code>about.standing</code> whether it has been corrected or followed. <code>latest</code> leads
          (307) to the newest by its number. A figure that cannot be shown has no <code>value</code>, a{" "}
          <code>symbol</code> and a <code>reason</code>; it is never nought.
        </p>
        <p>
          Lists come in pages: <code>page.next</code> and the header <code>Link</code> lead on. Each answer
          has an <code>ETag</code>; sent back in <code>If-None-Match</code>, it gives 304 where nothing has
          changed. Pages of other sites may ask too.
        </p>
      </section>
      <section aria-labelledby="endpoints">
        <h2 id="endpoints">What can be asked for</h2>
        <p>Every address of a release takes the first of these, and every list the others:</p>
        <CommonParameters endpoints={ENDPOINTS} />
        {ENDPOINTS.map((endpoint) => (
          <ApiEndpoint endpoint={endpoint} key={endpoint.id} />
        ))}
      </section>
      <section aria-labelledby="problems">
        <h2 id="problems">When there is no answer</h2>
        <p>
          Problems are <code>application/problem+json</code> (RFC 9457), with what is wrong in{" "}
          <code>detail</code> and what there is in <code>exists</code>.
        </p>
        <dl className="nhsuk-summary-list">
          {(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map((code) => (
            <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" id={code} key={code}>
              <dt className="nhsuk-summary-list__key">{PROBLEM_TITLES[code]}</dt>
              <dd className="nhsuk-summary-list__value">{PROBLEMS[code]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">What changed</h2>
        <p>
          Within version 1 fields and addresses are only added: a program written for one version works with
          every later one.
        </p>
        <Table
          caption="Versions of the API"
          captionHidden
          stacks
          columns={[{ heading: "Version" }, { heading: "Date" }, { heading: "What changed" }]}
          rows={API_CHANGES.map(({ version, date, words }) => ({
            key: version,
            cells: [version, formatDate(date), words],
          }))}
        />
      </section>
    </SitePage>
  );
}
