import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./nhs/breadcrumbs";
import { SiteFooter } from "./site-footer";
import { type NavigationItem, SiteHeader } from "./site-header";
import { SyntheticBanner } from "./synthetic-banner";

export type PageFrameProps = {
  /** The page's own name; the service's follows it in the window's title. */
  title: string;
  /** The navigation item this page belongs to. */
  current?: string;
  navigation?: readonly NavigationItem[];
  synthetic: boolean;
  crumbs?: readonly Crumb[];
  /** Between header and content: the signed-in person's strip. */
  strip?: ReactNode;
  children: ReactNode;
};

/** Header, banner, breadcrumbs, content, footer: the same round every page, published or signed in. */
export function PageFrame({
  title,
  current,
  navigation,
  synthetic,
  crumbs,
  strip,
  children,
}: PageFrameProps) {
  return (
    <>
      <title>{`${title} - Muster`}</title>
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      <SiteHeader current={current} navigation={navigation} />
      {strip}
      {synthetic ? <SyntheticBanner /> : null}
      <div className="nhsuk-width-container">
        {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
        <main className="nhsuk-main-wrapper muster-main" id="maincontent">
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
