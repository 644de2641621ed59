import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

/** The parts that are taken so far, in the order in which a trust sends them. */
export const TAKEN_PARTS = ["workforce", "devices"] as const satisfies readonly PartName[];

/** What the upload form asks for. */
export const UPLOAD_PARTS = TAKEN_PARTS.map((part) => {
  const { name, title, rowIs } = PARTS[part];
  return { name, title, rowIs };
});

export type UploadPart = (typeof UPLOAD_PARTS)[number];

/** A part as people call it. */
export const partTitle = (name: PartName): string => PARTS[name]?.title ?? name;
