import type { Part, PartName } from "./part";
import { ACTIVITIES } from "./parts/activities";
import { ASSETS } from "./parts/assets";
import { DEVICES } from "./parts/devices";
import { FLOWS } from "./parts/flows";
import { PROFILE } from "./parts/profile";
import { WORKFORCE } from "./parts/workforce";

/** Every part of a return. A further part is one more declaration and one more line here. */
export const PARTS: Readonly<Record<PartName, Part>> = {
  workforce: WORKFORCE,
  devices: DEVICES,
  assets: ASSETS,
  activities: ACTIVITIES,
  flows: FLOWS,
  profile: PROFILE,
};
