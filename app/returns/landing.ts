import type { SignedIn } from "@/app/_session/current-viewer";
import { may, organisationsFor } from "@/lib/access/rights";
import { listReleases } from "@/lib/services/releases/publish-release";
import { currentSite } from "@/lib/services/site";
import { readReturns } from "./read-census";
import { waitsFor } from "./return-state";
import { returnHref } from "./search-params";

/**
 * Where a person goes who has just signed in: to the one thing that waits for them, or to the page that lists all of
 * theirs where there are several or none.
 */
export async function landing(viewer: SignedIn): Promise<string> {
  const own = organisationsFor(viewer, "read the exact return");
  const returns = await Promise.all(own.map((organisation) => readReturns(viewer, organisation)));
  const waiting = returns
    .flatMap((read) => (read.ok ? read.value : []))
    .filter(({ view }) => waitsFor(viewer, view))
    .map(({ view }) => returnHref(view.organisation, view.census));
  if (may(viewer, "publish a release")) {
    const listed = await listReleases(currentSite(), viewer);
    if (listed.ok && listed.value.some(({ obstacle }) => obstacle === null)) waiting.push("/admin/releases");
    else if (own.length === 0) return "/admin";
  }
  return waiting.length === 1 && waiting[0] ? waiting[0] : "/returns";
}
