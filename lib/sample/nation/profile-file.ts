import { randomStream } from "../random";
import { sumWte, wteText } from "../wte";
import type { NationOrganisation } from "./organisations";
import { decimal, type Line, type NationFile, partFile } from "./part-file";
import { serviceWays } from "./profile-ways";
import { isFilled, isVacant, type Post } from "./team";

const SPECIALISMS = [
  "equipment_management",
  "device_governance",
  "rehabilitation",
  "clinical_measurement",
  "renal",
  "radiation",
  "device_design",
  "clinical_computing",
  "connectivity",
  "equipment_library",
  "community",
  "other",
] as const;

const COLUMNS = [
  "organisation_code",
  "service_unit",
  "census_date",
  "establishment_source",
  "establishment_ledger_wte",
  "standard_hours_per_week",
  "standard_hours_next",
  "standard_hours_from",
  "beds",
  "sites",
  "organisations_served",
  "managed_by",
  ...SPECIALISMS.map((specialism) => `provision_${specialism}`),
  "on_call",
  "on_call_rota_people",
  "sufficiency",
  "expected_retirements_1y",
  "expected_retirements_2y",
  "partially_retired_headcount",
  "accreditation",
  "represented_on",
  "reports_to",
  "device_procurements_12m",
  "procurements_from_specification",
  "procurements_not_consulted",
  "mdso_in_post",
  "network_incidents_12m",
  "network_incidents_before_harm",
  "available_days",
  "bank_holidays",
  "annual_leave_days",
  "sickness_days",
  "other_absence_days",
  "hours_per_day",
  "category_allowance_percent",
  "individual_allowance_hours",
  "explanation",
] as const;

/** Scotland's week was 37 hours at each census of the sample, and is 36 from the day after the last. */
const SCOTLAND = { week: "37", next: "36", from: "2026-04-01", day: "7.4" };

/** How an organisation's service is run: one row, or one for each unit. */
export function profileFiles(
  seed: number,
  organisation: NationOrganisation,
  posts: readonly Post[],
  census: string,
  served: readonly string[],
  unitsApart: readonly string[],
): NationFile[] {
  const units = organisation.units.length === 0 ? [""] : organisation.units;
  const lines = units.map((unit, at) =>
    profileLine(
      seed,
      organisation,
      posts.filter((post) => (post.unit ?? "") === unit),
      census,
      unit,
      at === 0 ? served : [],
    ),
  );
  if (unitsApart.length === 0) return [partFile("profile", "", COLUMNS, lines)];
  return lines.map((line) => partFile("profile", line.service_unit ?? "", COLUMNS, [line]));
}

function profileLine(
  seed: number,
  organisation: NationOrganisation,
  posts: readonly Post[],
  census: string,
  unit: string,
  served: readonly string[],
): Line {
  const { code, nation, beds, kind } = organisation;
  const year = Number(census.slice(0, 4));
  const ways = serviceWays(seed, organisation, year);
  const random = randomStream(seed, `nation profile ${code} ${unit} ${census}`);
  const establishment = sumWte(posts.map((post) => post.establishmentWte));
  const people = posts.filter(isFilled);
  const aged = (from: number) => people.filter(({ holder }) => holder.age >= from).length;
  const share = posts.length === 0 ? 0 : posts.filter(isVacant).length / posts.length;
  const procurements = Math.round(posts.length * (1.5 + 2 * random.uniform()));
  const fromSpecification = Math.round(procurements * (0.45 + 0.04 * (year - 2023) + 0.2 * random.uniform()));
  const incidents = Math.round(posts.length * 0.25 * random.uniform());
  const scotland = nation === "scotland";
  const changes = scotland && census === "2026-03-31";
  const line: Line = {
    organisation_code: code,
    service_unit: unit,
    census_date: census,
    establishment_source: ways.establishmentSource,
    establishment_ledger_wte: wteText(Number((establishment * (1 + random.normal(0, 0.004))).toFixed(2))),
    standard_hours_per_week: scotland ? SCOTLAND.week : "37.5",
    standard_hours_next: changes ? SCOTLAND.next : "",
    standard_hours_from: changes ? SCOTLAND.from : "",
    beds: beds === null ? "" : String(beds),
    sites: String(ways.sites),
    organisations_served: served.join(";"),
    managed_by: ways.managedBy,
    ...provisions(seed, organisation, posts),
    on_call: ways.onCall,
    on_call_rota_people: ways.onCall === "none" ? "" : String(Math.max(2, Math.round(people.length * 0.4))),
    sufficiency: String(sufficiency(share, random.normal(0, 0.7))),
    expected_retirements_1y: String(Math.round(aged(60) * 0.25)),
    expected_retirements_2y: String(Math.round(aged(59) * 0.45)),
    partially_retired_headcount: String(people.filter(({ holder }) => holder.stage === "returned").length),
    accreditation: ways.accreditation.join(";"),
    represented_on: ways.representedOn.join(";"),
    reports_to: ways.reportsTo,
    device_procurements_12m: String(procurements),
    procurements_from_specification: String(fromSpecification),
    procurements_not_consulted: String(
      Math.round((procurements - fromSpecification) * random.uniform() * 0.6),
    ),
    mdso_in_post: ways.mdso ? "yes" : "no",
    network_incidents_12m: String(incidents),
    network_incidents_before_harm: String(Math.round(incidents * (0.7 + 0.3 * random.uniform()))),
    available_days: "260",
    bank_holidays: nation === "northern_ireland" ? "10" : "8",
    annual_leave_days: String(random.whole(28, 32)),
    sickness_days: decimal(random.normal(9.5, 1.5), 1),
    other_absence_days: String(random.whole(4, 8)),
    hours_per_day: scotland ? SCOTLAND.day : "7.5",
    category_allowance_percent: String(random.whole(18, 30)),
    individual_allowance_hours: String(posts.length * random.whole(20, 60)),
    explanation: explanation(share, kind.label),
  };
  return Object.fromEntries(Object.entries(line).filter(([column]) => !ways.blank(column)));
}

/** 1 to 5: heads of service say less where more stands vacant. */
const sufficiency = (vacantShare: number, mood: number): number =>
  vacantShare === 0
    ? Math.min(5, Math.max(3, Math.round(3.4 + mood)))
    : Math.min(5, Math.max(1, Math.round(3 - 8 * vacantShare + mood)));

const explanation = (vacantShare: number, label: string): string =>
  vacantShare > 0.15
    ? "Several posts stand vacant at once, and recruitment is under way."
    : vacantShare > 0 && label.includes("community")
      ? "One post is held, pending a redesign of the community service."
      : "";

/** What the unit's own posts do is in this return; the rest is elsewhere, and the same each year. */
function provisions(seed: number, { code, units }: NationOrganisation, posts: readonly Post[]): Line {
  const there = new Set(posts.map(({ specialism }) => specialism));
  return Object.fromEntries(
    SPECIALISMS.map((specialism) => {
      const random = randomStream(seed, `nation provision ${code} ${specialism}`);
      const elsewhere = random.weighted([
        ["not_provided", 45],
        ["provided_by_other", 25],
        ["contracted", 15],
        ["in_trust_not_returned", units.length > 0 ? 0 : 15],
      ]);
      return [`provision_${specialism}`, there.has(specialism) ? "in_this_return" : elsewhere];
    }),
  );
}
