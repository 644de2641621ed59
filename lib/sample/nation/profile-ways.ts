import { type Random, randomStream } from "../random";
import type { NationOrganisation } from "./organisations";

/** How a service is run and heard: the same each year, but for what a few more have taken up. */
export type ServiceWays = {
  establishmentSource: string;
  managedBy: string;
  reportsTo: string;
  onCall: string;
  accreditation: string[];
  representedOn: string[];
  mdso: boolean;
  sites: number;
  /** Columns that this organisation never fills. */
  blank: (column: string) => boolean;
};

const ACCREDITATIONS = ["iso_9001", "iso_13485", "bs_70000", "iso_17025"];
const BOARDS = [
  "medical_devices_group",
  "capital_planning",
  "procurement_board",
  "patient_safety_committee",
  "digital_board",
  "cyber_group",
  "board_via_lead_scientist",
];

/** @param year of the census: committees take clinical engineering in as the years go by */
export function serviceWays(seed: number, organisation: NationOrganisation, year: number): ServiceWays {
  const random = randomStream(seed, `nation ways ${organisation.code}`);
  const establishmentSource = random.weighted([
    ["ledger", 60],
    ["esr", 25],
    ["manager", 15],
  ]);
  const managedBy = random.weighted([
    ["medical_physics", 42],
    ["estates", 26],
    ["clinical_division", 18],
    ["digital", 5],
    ["subsidiary_company", 6],
    ["other", 3],
  ]);
  const reportsTo = random.weighted([
    ["division", 50],
    ["deputy_director", 26],
    ["executive_director", 16],
    ["other", 8],
  ]);
  const onCall =
    organisation.openingPosts < 8
      ? "none"
      : random.weighted([
          ["none", 40],
          ["weekday", 28],
          ["full", 32],
        ]);
  const grown = 0.03 * (year - 2023);
  const chosen = (options: readonly string[], likely: (at: number) => number) =>
    options.filter((_, at) => random.uniform() < likely(at) + grown);
  const accreditation = chosen(ACCREDITATIONS, (at) => (at === 0 ? 0.45 : 0.1));
  const representedOn = chosen(BOARDS, (at) => 0.72 - 0.1 * at);
  const mdso = random.uniform() < 0.75 + grown;
  const sites = 1 + random.whole(0, organisation.kind.devices === "acute" ? 3 : 8);
  return {
    establishmentSource,
    managedBy,
    reportsTo,
    onCall,
    accreditation: accreditation.length > 0 ? accreditation : ["none"],
    representedOn: representedOn.length > 0 ? representedOn : ["none"],
    mdso,
    sites,
    blank: blankColumns(random),
  };
}

/** Groups of columns that some leave out together, and single ones. */
function blankColumns(random: Random): ServiceWays["blank"] {
  const strategic = random.chance(0.2);
  const time = random.chance(0.25);
  const single = random.whole(0, 9);
  return (column) =>
    (strategic &&
      /^(represented_on|reports_to|device_procurements|procurements_|mdso|network_)/.test(column)) ||
    (time && /(_days|^bank_holidays|^hours_per_day|_allowance_)/.test(column)) ||
    (/^(beds|sites|managed_by|accreditation|on_call|expected_retirements_2y)$/.test(column) &&
      column.length % 10 === single);
}
