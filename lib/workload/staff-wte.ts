import type { Row } from "@/lib/returns/part";
import { countIn, textIn } from "./cells";

/** WTE in post of one specialism and role at the census; a served organisation's staff are among the host's rows. */
export type StaffWte = {
  specialism: string;
  role: string;
  inPost: number;
  /** Of those in post, WTE away for long; null where absence was not sent. */
  absent: number | null;
};

/** A person or group line of the workforce part; null for budgets and vacancies, which nobody fills. */
export function staffWte(row: Row): StaffWte | null {
  const inPost = countIn(row, "in_post_wte");
  const kind = textIn(row, "line_type");
  if (inPost === null || (kind !== "person" && kind !== "group")) return null;
  const absence = textIn(row, "absence");
  return {
    specialism: textIn(row, "specialism") ?? "other",
    role: textIn(row, "role") ?? "",
    inPost,
    absent: absence === null ? null : absence === "none" ? 0 : inPost,
  };
}
