import { AFC_BANDS } from "../codes/afc-band";
import { AGE_BANDS } from "../codes/age-band";
import { ROLES_OF_STAFF } from "../codes/role";
import { SPECIALISMS } from "../codes/specialism";
import type { Column } from "../part";

/** What a post is, by the registration that it needs. */
export const ROLE = {
  name: "role",
  title: "Role",
  type: "code",
  required: "always",
  tier: "core",
  allowed: ROLES_OF_STAFF,
  headers: ["Job role", "Staff role"],
  guidance: "What the post is, by the registration that it needs, whatever the job title.",
  example: "clinical_technologist",
} as const satisfies Column;

/** The field of work. */
export const SPECIALISM = {
  name: "specialism",
  title: "Specialism",
  type: "code",
  required: "always",
  tier: "core",
  allowed: SPECIALISMS,
  headers: ["Speciality", "Specialty", "Area of work"],
  guidance: "The field in which most of the post's time is spent.",
  example: "equipment_management",
} as const satisfies Column;

/** Agenda for Change band. */
export const AFC_BAND = {
  name: "afc_band",
  title: "Band",
  type: "code",
  required: "always",
  tier: "core",
  allowed: AFC_BANDS,
  headers: ["AfC band", "Agenda for Change band", "Pay band", "Grade", "Pay grade"],
  guidance: "Agenda for Change band of the post; `other` for any other pay scale.",
  example: "6",
} as const satisfies Column;

/** Age in five years, so that nobody's birthday is sent. */
export const AGE_BAND = {
  name: "age_band",
  title: "Age band",
  type: "code",
  required: "conditional",
  tier: "core",
  allowed: AGE_BANDS,
  headers: ["Age group", "Age range"],
  guidance: "Age at the census in five years, on person and group lines; `unknown` is an answer.",
  example: "45_49",
} as const satisfies Column;
