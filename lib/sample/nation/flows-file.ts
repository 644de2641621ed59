import { wteText } from "../wte";
import { ageBand } from "./age-band";
import type { Flow } from "./flows";
import type { NationOrganisation } from "./organisations";
import { type Line, type NationFile, partFile } from "./part-file";

const COLUMNS = [
  "direction",
  "organisation_code",
  "service_unit",
  "role",
  "afc_band",
  "band_from",
  "band_to",
  "age_band",
  "wte",
  "headcount",
  "month",
  "source",
  "destination",
  "reason",
] as const;

/** Those who joined, left or moved band in the twelve months to a census; no file where nobody did. */
export function flowsFiles(
  { code }: NationOrganisation,
  flows: readonly Flow[],
  census: string,
  units: readonly string[],
): NationFile[] {
  const lines = flows.map((flow) => flowLine(code, flow, census));
  if (units.length === 0) return lines.length === 0 ? [] : [partFile("flows", "", COLUMNS, lines)];
  return units.flatMap((unit) => {
    const own = lines.filter((line) => line.service_unit === unit);
    return own.length === 0 ? [] : [partFile("flows", unit, COLUMNS, own)];
  });
}

function flowLine(organisation: string, flow: Flow, census: string): Line {
  const { direction, unit, role, band, bandTo, age, ageKnown, wte, month, source, destination, reason } =
    flow;
  const year = Number(census.slice(0, 4)) - (month < 9 ? 1 : 0);
  return {
    direction,
    organisation_code: organisation,
    service_unit: unit ?? "",
    role,
    ...(bandTo === null ? { afc_band: band } : { band_from: band, band_to: bandTo }),
    age_band: ageKnown ? ageBand(age) : "unknown",
    wte: wteText(wte),
    headcount: "1",
    month: `${year}-${String(((month + 3) % 12) + 1).padStart(2, "0")}`,
    source,
    destination,
    reason,
  };
}
