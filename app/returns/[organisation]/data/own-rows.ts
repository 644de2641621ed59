import { formatCount, formatNumber, formatPercent } from "@/lib/format/number";
import type { OwnFigures } from "@/lib/measures/own-figures";

export type { OwnFigures };

type Unit = "wte" | "count" | "percent";
type NumberKey = Exclude<keyof OwnFigures, "byRole" | "byAge" | "reasons">;

/** The exact figures of an organisation, in the order in which they are read. */
export const OWN_ROWS: readonly { key: NumberKey; title: string; unit: Unit }[] = [
  { key: "establishment", title: "Establishment (WTE)", unit: "wte" },
  { key: "inPost", title: "In post (WTE)", unit: "wte" },
  { key: "headcount", title: "Headcount", unit: "count" },
  { key: "vacancy", title: "Vacancy, funded (WTE)", unit: "wte" },
  { key: "vacancyRate", title: "Vacancy rate, funded", unit: "percent" },
  { key: "unfilled", title: "Unfilled after temporary cover (WTE)", unit: "wte" },
  { key: "unfilledRate", title: "Vacancy rate, unfilled", unit: "percent" },
  { key: "advertised", title: "Advertised (WTE)", unit: "wte" },
  { key: "advertisedRate", title: "Vacancy rate, advertised", unit: "percent" },
  { key: "frozen", title: "Frozen posts (WTE)", unit: "wte" },
  { key: "cover", title: "Temporary cover (WTE)", unit: "wte" },
  { key: "aged55", title: "People aged 55 and over", unit: "count" },
  { key: "unknownAge", title: "People of unknown age", unit: "count" },
  { key: "share55", title: "Share aged 55 and over, of known age", unit: "percent" },
  { key: "devices", title: "Devices", unit: "count" },
  { key: "ppmDue", title: "Planned maintenance jobs due", unit: "count" },
  { key: "ppmOnTime", title: "Planned maintenance jobs done on time", unit: "count" },
  { key: "onTimeRate", title: "Planned maintenance done on time", unit: "percent" },
];

/** An exact figure: every decimal that a return carries. What is not known is said so, and is not zero. */
export function ownText(value: number | null, unit: Unit): string {
  if (value === null) return "not known";
  if (unit === "count") return formatCount(value);
  if (unit === "percent") return formatPercent(value, 1);
  const decimals = /\.(\d+)$/.exec(String(Math.round(value * 1e5) / 1e5))?.[1]?.length ?? 0;
  return formatNumber(value, Math.max(1, decimals));
}
