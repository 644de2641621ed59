import type { Viewer } from "@/lib/access/viewer";
import { PASSABLE, type Passable } from "@/lib/services/releases/checklist";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { readReview } from "@/lib/services/releases/read-review";
import { passPoint, sendForReview } from "@/lib/services/releases/review-release";
import type { Site } from "@/lib/services/site";
import { value } from "./service-site";

const isPassable = (code: string): code is Passable => PASSABLE.some((one) => one === code);

/** Publishes a release as a person does: says what is new where nobody has, reads and lets pass what is left. */
export async function reviewAndPublish(site: Site, viewer: Viewer, number: number): Promise<void> {
  const { release, suggestedAbout } = value(await readReview(site, viewer, { number }));
  if (release.about === null) value(await sendForReview(site, viewer, { number, about: suggestedAbout }));
  for (const { code, state } of value(await readReview(site, viewer, { number })).checklist)
    if (state === "to-pass" && isPassable(code))
      value(await passPoint(site, viewer, { number, item: code, reason: "It is a test." }));
  value(await publishRelease(site, viewer, { number }));
}
