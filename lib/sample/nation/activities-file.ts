import { randomStream } from "../random";
import type { NationOrganisation } from "./organisations";
import { decimal, type Line, type NationFile, partFile, periodStart } from "./part-file";
import { unitOf } from "./seats";
import type { Post } from "./team";

const COLUMNS = [
  "period_start",
  "period_end",
  "organisation_code",
  "service_unit",
  "activity",
  "specialism",
  "unit",
  "volume",
  "hours",
  "hours_source",
] as const;

/** One kind of work: how much of it a post brings, of the whole team or of those in the specialism, and hours each. */
type Work = {
  activity: string;
  specialism: string;
  unit: string;
  per: "post" | "specialist";
  volume: number;
  hoursEach: number;
};

const work = (
  activity: string,
  specialism: string,
  unit: string,
  per: Work["per"],
  volume: number,
  hoursEach: number,
): Work => ({ activity, specialism, unit, per, volume, hoursEach });

/** Judgement: no public series of this work is known. */
const WORK: readonly Work[] = [
  work("specification", "equipment_management", "procurement", "post", 1.4, 7),
  work("procurement", "equipment_management", "procurement", "post", 3, 3.5),
  work("contract_management", "equipment_management", "job", "post", 7, 2),
  work("user_training", "equipment_management", "session", "post", 12, 1.5),
  work("safety_notice", "device_governance", "notice", "post", 6, 3.5),
  work("incident_investigation", "device_governance", "incident", "post", 1.6, 7),
  work("risk_management", "device_governance", "job", "post", 1.6, 6),
  work("governance", "device_governance", "job", "post", 1.4, 9),
  work("cyber", "connectivity", "job", "specialist", 130, 8),
  work("network_incident", "connectivity", "incident", "post", 0.3, 9),
  work("equipment_library", "equipment_library", "job", "specialist", 5200, 0.25),
  work("rehabilitation_referral", "rehabilitation", "referral", "specialist", 150, 8),
  work("clinical_measurement_study", "clinical_measurement", "study", "specialist", 470, 2.5),
  work("device_design_project", "device_design", "project", "specialist", 8, 150),
  work("software_project", "clinical_computing", "project", "specialist", 6, 200),
  work("research", "clinical_measurement", "project", "specialist", 0.8, 120),
  work("advice", "radiation", "job", "specialist", 60, 9),
];

/** What a team does that is not per device category, in the twelve months to a census; null where it does none. */
export function activitiesFiles(
  seed: number,
  organisation: NationOrganisation,
  posts: readonly Post[],
  census: string,
  units: readonly string[],
): NationFile[] {
  const lines = WORK.flatMap((kind) => activityLine(seed, organisation, posts, census, kind));
  if (lines.length === 0) return [];
  if (units.length === 0) return [partFile("activities", "", COLUMNS, lines)];
  return units.flatMap((unit) => {
    const own = lines.filter((line) => line.service_unit === unit);
    return own.length === 0 ? [] : [partFile("activities", unit, COLUMNS, own)];
  });
}

function activityLine(
  seed: number,
  { code, units }: NationOrganisation,
  posts: readonly Post[],
  census: string,
  { activity, specialism, unit, per, volume, hoursEach }: Work,
): Line[] {
  const year = randomStream(seed, `nation activity ${code} ${activity} ${census}`);
  const always = randomStream(seed, `nation activity ${code} ${activity}`);
  const inPost = posts.reduce(
    (sum, post) => sum + (per === "post" || post.specialism === specialism ? post.inPostWte : 0),
    0,
  );
  const own = 0.6 + 0.8 * always.uniform();
  const done = Math.round(inPost * volume * own * (0.92 + 0.16 * year.uniform()));
  const hours = done * hoursEach * (0.8 + 0.4 * always.uniform());
  const unsaid = always.chance(0.12);
  const source = always.weighted([
    ["estimate", 55],
    ["job_log", 35],
    ["standard_time", 10],
  ]);
  if (done === 0) return [];
  return [
    {
      period_start: periodStart(census),
      period_end: census,
      organisation_code: code,
      service_unit: unitOf(units, specialism) ?? "",
      activity,
      specialism,
      unit,
      volume: String(done),
      hours: unsaid ? "" : decimal(hours, 0),
      hours_source: unsaid ? "" : source,
    },
  ];
}
