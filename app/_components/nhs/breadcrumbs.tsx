export type Crumb = { text: string; href: string };

/** The way up, from the top to the parent; the page itself is its heading. On a small screen only the parent shows. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const parent = crumbs.at(-1);
  if (!parent) return null;
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map((crumb) => (
          <li className="nhsuk-breadcrumb__list-item" key={crumb.href}>
            <a className="nhsuk-breadcrumb__link" href={crumb.href}>
              {crumb.text}
            </a>
          </li>
        ))}
      </ol>
      <a className="nhsuk-back-link" href={parent.href}>
        <span className="nhsuk-u-visually-hidden">Back to </span>
        {parent.text}
      </a>
    </nav>
  );
}
