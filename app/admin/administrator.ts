import { type SignedIn, signedInViewer } from "@/app/_session/current-viewer";
import { may } from "@/lib/access/rights";

/** For administrators' pages: null is for anyone else, who finds no such page. Each service checks again. */
export async function administrator(here: string): Promise<SignedIn | null> {
  const viewer = await signedInViewer(here);
  return may(viewer, "watch a collection") ? viewer : null;
}
