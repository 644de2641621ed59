import { SitePage } from "@/app/_components/published/site-page";
import { SymbolList } from "@/app/_components/published/symbol-list";

export const revalidate = false;
export const dynamic = "error";

export default function MethodsRoute() {
  return (
    <SitePage title="Methods" current="methods">
      <h1 className="nhsuk-heading-xl">How the figures are made</h1>
      <p className="nhsuk-lede-text">
        Organisations of the NHS send a return of their clinical engineering staff, posts and devices as they
        stand on a census date. The returns are checked, approved and added up, and what is safe to show is
        published as a numbered release.
      </p>
      <ul>
        <li>
          <a href="/methods/prepare">Prepare a return: templates, examples, and where to find the facts</a>
        </li>
        <li>
          <a href="/methods/measures">Every measure, with what it counts and what it does not</a>
        </li>
        <li>
          <a href="/methods/columns">Every column of a return, and the measures that need it</a>
        </li>
        <li>
          <a href="/methods/rules">Every rule that a return is checked by, with examples</a>
        </li>
        <li>
          <a href="/methods/model">The model as a whole: equations, sources, and what it cannot say</a>
        </li>
        <li>
          <a href="/methods/requirement">The requirement: what the work asks for</a>
        </li>
        <li>
          <a href="/methods/supply">The look ahead: who will be there</a>
        </li>
        <li>
          <a href="/methods/estimation">Rates from returns: how they are estimated</a>
        </li>
        <li>
          <a href="/methods/scorecard">How looks ahead have done, and the rates that they rest on</a>
        </li>
        <li>
          <a href="/methods/output">Scenarios and projections: how to write one and read the other</a>
        </li>
        <li>
          <a href="/methods/disclosure">Disclosure: how figures are protected</a>
        </li>
        <li>
          <a href="/data">Download the figures: files, columns, symbols, how to cite them</a>
        </li>
      </ul>

      <h2 id="releases">Censuses and releases</h2>
      <p>
        A release has a number, holds one census, and never changes. When a return is corrected, a new release
        with a new number takes its place, and the old one stays at its permanent link and says so. While a
        collection is still open its figures are marked <em>provisional</em>: they change as more
        organisations answer.
      </p>
      <p>
        A release is drawn on the regions and boards in force when it was published. Integrated care boards
        changed on 1 April 2026.
      </p>

      <h2 id="response">Who answered</h2>
      <p>
        Every page says how many organisations were asked and how many have answered. An organisation that has
        not is missing from the figures; it is never counted as zero. One that employs no clinical engineers
        says so, and that is an answer. One that is served by another is counted in the other’s return.
      </p>
      <p>
        Figures are as returned: nothing is added for those who did not answer. A change between two censuses
        is partly a change of who answered.
      </p>

      <h2 id="rounding">How people are protected</h2>
      <p>
        Teams are small, and every organisation knows its own numbers. So every figure about people is rounded
        up or down to a multiple of five, at a point that only the system knows and that never changes for
        that figure. It is within four of the truth, too high as often as too low, and the same on screen, in
        files and in charts. That is the range given beside it.
      </p>
      <SymbolList />
      <ul>
        <li>
          Totals are rounded in the same way as their parts, so parts may not add up: use the total shown.
        </li>
        <li>Rates, shares and charts are arithmetic on published figures, never on the exact ones.</li>
        <li>
          All-staff posts (establishment and vacancies) are given to one whole-time equivalent where at least
          three organisations gave theirs.
        </li>
        <li>
          Devices and maintenance jobs are not people, and are given exactly where at least three
          organisations sent them.
        </li>
        <li>
          An area in which fewer than three organisations answered shows the figure of its region or nation
          instead, and says why.
        </li>
        <li>Figures of the staff of one organisation are not public.</li>
      </ul>
      <p>A change of less than 10 people between two censuses is not evidence of change.</p>

      <h2 id="vacancy">Three vacancy rates</h2>
      <p>
        England, Wales and Scotland define a vacancy in different ways. Muster forms three rates and never
        mixes them: funded posts without permanent or fixed-term staff; those that temporary staff do not
        cover either; and those cleared for advert.{" "}
        <a href="/methods/measures#vacancy-rate">How they differ</a>
      </p>

      <h2 id="synthetic">Synthetic data</h2>
      <p>
        A new installation shows a sample of fictional organisations, placed in real regions and boards. All
        their figures are invented, and they are treated exactly as real ones would be. While a sample is
        shown, every page, picture and file says <em>synthetic</em>, and no invented figure stands beside the
        name of a real organisation.
      </p>

      <h2 id="official">Official statistics of others</h2>
      <p>
        The page of an organisation in England shows NHS England’s own statistics of its scientific,
        therapeutic and technical staff: how many there were, joined and left. Clinical engineers are a small
        part of that group. The numbers are as their source has them, apart from Muster’s own.
      </p>
    </SitePage>
  );
}
