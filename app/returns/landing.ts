import type { SignedIn } from "@/app/_session/current-viewer";
import { may, organisationsFor } from "@/lib/access/rights";

/** Where a person goes who has just signed in: to the page that says what waits for them. */
export const landing = (viewer: SignedIn): string =>
  may(viewer, "watch a collection") && organisationsFor(viewer, "read the exact return").length === 0
    ? "/admin"
    : "/returns";
