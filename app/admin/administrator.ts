import { notFound } from "next/navigation";
import { type SignedIn, signedInViewer } from "@/app/_session/current-viewer";
import { may } from "@/lib/access/rights";

/** For administrators' pages: anyone else finds no such page. Each service checks again. */
export async function administrator(here: string): Promise<SignedIn> {
  const viewer = await signedInViewer(here);
  if (!may(viewer, "watch a collection")) notFound();
  return viewer;
}
