import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

/** What the upload form asks for: the parts that are taken, in the order in which a trust sends them. */
export const UPLOAD_PARTS = Object.values(PARTS).map(({ name, title, rowIs }) => ({ name, title, rowIs }));

export type UploadPart = (typeof UPLOAD_PARTS)[number];

/** A part as people call it. */
export const partTitle = (name: PartName): string => PARTS[name]?.title ?? name;
