import { SearchIcon } from "./nhs/icons";

export type NavigationItem = { id: string; text: string; href: string };

/** The service's own parts, the same on every page. */
export const NAVIGATION: readonly NavigationItem[] = [
  { id: "home", text: "Home", href: "/" },
  { id: "places", text: "Places", href: "/places" },
  { id: "data", text: "Data", href: "/data" },
  { id: "methods", text: "Methods", href: "/methods" },
  { id: "sign-in", text: "Sign in", href: "/sign-in" },
];

type SiteHeaderProps = { current?: string; navigation?: readonly NavigationItem[] };

/** The design system's header with the service's name in place of the NHS logo, which is licensed to NHS services. */
export function SiteHeader({ current, navigation = NAVIGATION }: SiteHeaderProps) {
  return (
    <header className="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-name muster-name" href="/">
            Muster
            <span className="muster-tagline">The clinical engineering workforce of the NHS</span>
          </a>
        </div>
        <search className="nhsuk-header__search">
          <form className="nhsuk-header__search-form" action="/places" method="get">
            <div className="nhsuk-form-group">
              <label className="nhsuk-label nhsuk-u-visually-hidden" htmlFor="header-search">
                Find a place by name, code or postcode
              </label>
              <div className="nhsuk-input-wrapper">
                <input
                  className="nhsuk-input"
                  id="header-search"
                  name="q"
                  type="search"
                  autoComplete="off"
                  placeholder="Find a place"
                />
                <button
                  className="nhsuk-button nhsuk-button--icon nhsuk-button--small"
                  type="submit"
                  aria-label="Search"
                >
                  <SearchIcon />
                </button>
              </div>
            </div>
          </form>
        </search>
      </div>
      <nav className="nhsuk-header__navigation" aria-label="Menu">
        <div className="nhsuk-header__navigation-container nhsuk-width-container">
          <ul className="nhsuk-header__navigation-list">
            {navigation.map((item) => (
              <li
                className={
                  item.id === current
                    ? "nhsuk-header__navigation-item nhsuk-header__navigation-item--current"
                    : "nhsuk-header__navigation-item"
                }
                key={item.id}
              >
                <a
                  className="nhsuk-header__navigation-link"
                  href={item.href}
                  aria-current={item.id === current ? "true" : undefined}
                >
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
}
