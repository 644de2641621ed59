import { ArrowIcon } from "./icons";

type Step = { href: string; label: string };

/** Previous and next of a series, each named. */
export function Pagination({ label, previous, next }: { label: string; previous?: Step; next?: Step }) {
  if (!previous && !next) return null;
  return (
    <nav className="nhsuk-pagination" aria-label={label}>
      <ul className="nhsuk-list nhsuk-pagination__list">
        {previous ? (
          <li className="nhsuk-pagination-item--previous">
            <a
              className="nhsuk-pagination__link nhsuk-pagination__link--prev"
              href={previous.href}
              rel="prev"
            >
              <span className="nhsuk-pagination__title">Previous</span>
              <span className="nhsuk-u-visually-hidden">:</span>
              <span className="nhsuk-pagination__page">{previous.label}</span>
              <ArrowIcon direction="left" />
            </a>
          </li>
        ) : null}
        {next ? (
          <li className="nhsuk-pagination-item--next">
            <a className="nhsuk-pagination__link nhsuk-pagination__link--next" href={next.href} rel="next">
              <span className="nhsuk-pagination__title">Next</span>
              <span className="nhsuk-u-visually-hidden">:</span>
              <span className="nhsuk-pagination__page">{next.label}</span>
              <ArrowIcon direction="right" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
