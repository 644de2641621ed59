import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

/** What sending a part makes known, in a sentence. Workforce is the return itself, and unlocks all else. */
export const UNLOCKS: Readonly<Record<PartName, string>> = {
  workforce: "The one part that every return needs: posts, vacancies, ages, bands and registration.",
  devices: "Shows planned maintenance and repairs, and how many people the work on your devices asks for.",
  assets:
    "In place of devices: one line for each device, as an equipment database exports it. Muster adds them up.",
  activities:
    "Adds work that is not tied to a kind of device, such as projects, training and advice, to what is asked of you.",
  flows: "Shows your leaver and joiner rates, and who moved up a band.",
  profile:
    "Says whom you serve, and shows how the service is run: working time, on-call, where it is represented, and whether staffing is sufficient.",
};

const uploadPart = (name: PartName) => ({ name, title: PARTS[name].title, unlocks: UNLOCKS[name] });

/** What the upload form asks for first: what every service can send within an hour. */
export const FIRST_PARTS = (["workforce", "devices"] as const).map(uploadPart);

/** What it offers under "More parts". */
export const MORE_PARTS = (["assets", "activities", "flows", "profile"] as const).map(uploadPart);

export const UPLOAD_PARTS = [...FIRST_PARTS, ...MORE_PARTS];

export type UploadPart = (typeof UPLOAD_PARTS)[number];

/** A part as people call it. */
export const partTitle = (name: PartName): string => PARTS[name]?.title ?? name;
