const LINKS = [
  { text: "What’s new", href: "/whats-new" },
  { text: "Methods", href: "/methods" },
  { text: "Definitions of measures", href: "/methods/measures" },
  { text: "Accessibility statement", href: "/accessibility" },
  { text: "Privacy", href: "/privacy" },
];

export function SiteFooter() {
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {LINKS.map((link) => (
              <li className="nhsuk-footer__list-item" key={link.href}>
                <a className="nhsuk-footer__list-item-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">
            Names of NHS organisations, and official statistics where shown, contain public sector information
            licensed under the{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            . Muster is not run by the NHS.
          </p>
        </div>
      </div>
    </footer>
  );
}
