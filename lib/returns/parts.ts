import type { Part, PartName } from "./part";
import { DEVICES } from "./parts/devices";
import { WORKFORCE } from "./parts/workforce";

/** The parts that are taken today. A further part is one more declaration and one more line here. */
export const PARTS: Partial<Record<PartName, Part>> = {
  workforce: WORKFORCE,
  devices: DEVICES,
};
