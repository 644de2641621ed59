import { withoutControls } from "@/lib/format/plain-text";

/**
 * The date that was typed into three fields, as ISO text; null where all are empty. What is no number stays as it was
 * typed, for the service to say that it is no date.
 */
export function typedDate(fields: Readonly<Record<string, string>>, name: string): string | null {
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map((piece) =>
    withoutControls(fields[`${name}-${piece}`] ?? "").trim(),
  );
  if (day === "" && month === "" && year === "") return null;
  if (/^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year))
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return [day, month, year].map((piece) => piece || "…").join(" ");
}
