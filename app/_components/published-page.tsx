import { PageFrame, type PageFrameProps } from "./page-frame";
import { asset } from "./stylesheets";

type PublishedPageProps = Omit<PageFrameProps, "strip" | "navigation"> & {
  /** What it was made from; null only while a build runs, and then the page is never served. */
  edition: number | null;
  /** Set when there is no such page: the answer is then a 404 with this content. */
  missing?: boolean;
  description?: string;
};

/**
 * A page for everyone, without the framework's scripts. The three markers tell the page cache what to do with it (see
 * app/_cache). It must hold no client component, no Suspense and no inline style.
 */
export function PublishedPage({ edition, missing, description, ...frame }: PublishedPageProps) {
  return (
    <>
      <meta name="muster-page" content="plain" />
      {edition === null ? null : <meta name="muster-edition" content={String(edition)} />}
      {missing ? <meta name="muster-status" content="404" /> : null}
      {description ? <meta name="description" content={description} /> : null}
      <PageFrame {...frame} strip={<muster-viewer />} />
      <script type="module" src={asset("viewer.js")} data-keep="" />
    </>
  );
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** Defined in public/assets/viewer.js; empty without it. */
      "muster-viewer": { children?: never };
    }
  }
}
