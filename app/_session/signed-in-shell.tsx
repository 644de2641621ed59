import type { ReactNode } from "react";
import type { Crumb } from "@/app/_components/nhs/breadcrumbs";
import { SignedInPage } from "@/app/_components/signed-in-page";
import { asset } from "@/app/_components/stylesheets";
import { readSiteFacts } from "@/lib/services/published/site-facts";
import type { SignedIn } from "./current-viewer";
import type { Notice } from "./notice";
import { NoticeBanner } from "./notice-banner";
import { navigationOf, standingWords } from "./standing";

type ShellProps = {
  viewer: SignedIn;
  title: string;
  current?: "returns" | "admin";
  crumbs?: readonly Crumb[];
  notice?: Notice | null;
  children: ReactNode;
};

/** The frame of every page for someone signed in, with what the form just sent led to above its content. */
export async function SignedInShell({
  viewer,
  title,
  current = "returns",
  crumbs,
  notice = null,
  children,
}: ShellProps) {
  const facts = await readSiteFacts();
  return (
    <>
      <link rel="stylesheet" href={asset("signed-in.css")} precedence="default" />
      <SignedInPage
        title={notice?.kind === "problem" ? `Error: ${title}` : title}
        current={current}
        crumbs={crumbs}
        synthetic={facts?.value.synthetic ?? false}
        navigation={navigationOf(viewer)}
        person={{ name: viewer.name, standing: standingWords(viewer.memberships) }}
        signOut={
          <form action="/sign-out" method="post">
            <button className="muster-link-button" type="submit">
              Sign out
            </button>
          </form>
        }
      >
        <NoticeBanner notice={notice} />
        {children}
      </SignedInPage>
    </>
  );
}
