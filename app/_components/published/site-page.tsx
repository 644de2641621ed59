import type { ReactNode } from "react";
import { readSiteFacts } from "@/lib/services/published/site-facts";
import type { Crumb } from "../nhs/breadcrumbs";
import { PublishedPage } from "../published-page";

type SitePageProps = { title: string; current?: string; crumbs?: readonly Crumb[]; children: ReactNode };

/** A published page that says nothing of a place: it only has to know whether the site shows invented figures. */
export async function SitePage({ title, current, crumbs, children }: SitePageProps) {
  const read = await readSiteFacts();
  return (
    <PublishedPage
      title={title}
      current={current}
      synthetic={read?.value.synthetic ?? false}
      edition={read?.edition ?? null}
      crumbs={[{ text: "Home", href: "/" }, ...(crumbs ?? [])]}
    >
      {children}
    </PublishedPage>
  );
}
