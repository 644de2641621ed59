import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { viewerOf } from "@/lib/services/people/sign-in";
import { currentSite } from "@/lib/services/site";
import { personOfCookie, sessionCookieName } from "./session-cookie";

export type SignedIn = Extract<Viewer, { kind: "person" }>;

/**
 * Who is asking: the one place that knows. The cookie says who, the database says at each request what they may, so
 * that a membership taken away is gone at once. Asked for several times in one page, it is read once.
 */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const person = await personOfCookie((await cookies()).get(sessionCookieName())?.value);
  return (person && (await viewerOf(currentSite(), person))) || { kind: "public" };
});

/** For pages: the person signed in, or else off to sign in and back here. */
export async function signedInViewer(here: string): Promise<SignedIn> {
  const viewer = await currentViewer();
  if (viewer.kind !== "person") redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  return viewer;
}
