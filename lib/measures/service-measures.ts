import type { EvidenceId } from "./evidence";
import type { Measure, MeasureUnit } from "./measure";
import { plus } from "./rate";

const TEN = "Ten organisations that said so; nations and regions only, exact";

type Told = Pick<Measure, "id" | "title" | "shortTitle" | "definition" | "formula" | "polarity"> & {
  evidence: EvidenceId;
  columns: readonly string[];
  notes?: readonly string[];
};

const base = (told: Told & { unit: MeasureUnit }): Measure => {
  const { columns, ...rest } = told;
  return {
    ...rest,
    family: "service",
    topic: "services",
    base: true,
    minimumEvidence: TEN,
    source: { part: "profile", columns },
  };
};

/** The services that said something: the denominator of a share of services. */
const services = (id: string, title: string, evidence: EvidenceId, column: string): Measure =>
  base({
    id,
    title,
    shortTitle: title,
    definition: `${title}: the denominator of that share.`,
    formula: "Count of service units",
    polarity: "none",
    evidence,
    columns: [column],
    unit: "services",
  });

const share = (told: Told, numerator: string, denominator: string): Measure => {
  const { columns, ...rest } = told;
  return {
    ...rest,
    unit: "percent",
    family: "service",
    topic: "services",
    // The denominator is of all services, also where the share is by category.
    rate: { numerator: [plus(numerator)], denominator: [plus(denominator, "all", ["all"])], kind: "exact" },
    minimumEvidence: TEN,
    source: { part: "profile", columns },
  };
};

const SEVERAL = "A service may be in several of the groups, so they add up to more than the whole.";

/** How services judge their staffing, where clinical engineering is heard, and how it works. */
export const SERVICE_MEASURES: readonly Measure[] = [
  services("services-with-sufficiency", "Services that judged their staffing", "sufficiency", "sufficiency"),
  base({
    id: "services-insufficient",
    title: "Services whose staffing is not sufficient",
    shortTitle: "Not sufficient",
    definition: "Services whose head disagrees that the staffing is sufficient for a safe service.",
    formula: "Count of service units that answered 1 or 2 of 5",
    polarity: "lower",
    evidence: "sufficiency",
    columns: ["sufficiency"],
    unit: "services",
  }),
  share(
    {
      id: "insufficient-staffing",
      title: "Heads of service who say that staffing is not sufficient",
      shortTitle: "Staffing not sufficient",
      definition:
        "Heads of service who disagree or strongly disagree that their staffing is sufficient for a safe service, as a share of those who answered.",
      formula: "Service units that answered 1 or 2 of 5 ÷ service units that answered",
      polarity: "lower",
      evidence: "sufficiency",
      columns: ["sufficiency"],
      notes: ["A judgement of heads of service, not a measured gap: read it beside vacancy and requirement."],
    },
    "services-insufficient",
    "services-with-sufficiency",
  ),
  base({
    id: "device-procurements",
    title: "Procurements of medical devices",
    shortTitle: "Procurements",
    definition: "Procurements of medical devices in the twelve months to the census.",
    formula: "Sum over the service units that say in how many clinical engineering took part",
    polarity: "none",
    evidence: "procurement",
    columns: ["device_procurements_12m"],
    unit: "procurements",
  }),
  base({
    id: "procurements-from-specification",
    title: "Procurements with clinical engineering from the specification on",
    shortTitle: "From specification",
    definition:
      "Procurements of medical devices in which clinical engineering took part from the specification.",
    formula: "Sum over service units",
    polarity: "higher",
    evidence: "procurement",
    columns: ["procurements_from_specification"],
    unit: "procurements",
  }),
  base({
    id: "procurements-not-consulted",
    title: "Procurements without asking clinical engineering",
    shortTitle: "Not consulted",
    definition: "Procurements of medical devices in which clinical engineering was not consulted.",
    formula: "Sum over service units",
    polarity: "lower",
    evidence: "procurement",
    columns: ["procurements_not_consulted"],
    unit: "procurements",
  }),
  share(
    {
      id: "early-involvement",
      title: "Procurements with clinical engineering from the specification on",
      shortTitle: "Involved from specification",
      definition:
        "Procurements of medical devices in which clinical engineering took part from the specification, as a share of all.",
      formula: "Procurements from specification ÷ procurements of medical devices",
      polarity: "higher",
      evidence: "procurement",
      columns: ["device_procurements_12m", "procurements_from_specification"],
    },
    "procurements-from-specification",
    "device-procurements",
  ),
  share(
    {
      id: "not-consulted",
      title: "Procurements without asking clinical engineering",
      shortTitle: "Not consulted",
      definition:
        "Procurements of medical devices in which clinical engineering was not consulted, as a share of all.",
      formula: "Procurements without being asked ÷ procurements of medical devices",
      polarity: "lower",
      evidence: "procurement",
      columns: ["device_procurements_12m", "procurements_not_consulted"],
    },
    "procurements-not-consulted",
    "device-procurements",
  ),
  services(
    "services-with-representation",
    "Services that said where they are represented",
    "representation",
    "represented_on",
  ),
  base({
    id: "services-represented",
    title: "Services that sit on a board",
    shortTitle: "Represented",
    definition: "Services that sit on a board or group, by board.",
    formula: "Count of service units, once for each board",
    polarity: "higher",
    evidence: "representation",
    columns: ["represented_on"],
    unit: "services",
    notes: [SEVERAL],
  }),
  share(
    {
      id: "boards-sat-on",
      title: "Boards on which clinical engineering sits",
      shortTitle: "Boards sat on",
      definition:
        "Services that sit on a board or group, as a share of the services that said where they do.",
      formula: "Service units that sit on the board ÷ service units that said where they are represented",
      polarity: "higher",
      evidence: "representation",
      columns: ["represented_on"],
      notes: [SEVERAL],
    },
    "services-represented",
    "services-with-representation",
  ),
  services(
    "services-with-reporting-line",
    "Services that said to whom they report",
    "reporting-line",
    "reports_to",
  ),
  share(
    {
      id: "reporting-line",
      title: "To whom the head of service reports",
      shortTitle: "Reporting line",
      definition: "Services by whom their head reports to, as a share of the services that said so.",
      formula: "Service units with that reporting line ÷ service units that said so",
      polarity: "none",
      evidence: "reporting-line",
      columns: ["reports_to"],
    },
    "services-with-reporting-line",
    "services-with-reporting-line",
  ),
  base({
    id: "network-incidents",
    title: "Network incidents",
    shortTitle: "Network incidents",
    definition:
      "Incidents in the twelve months in which alarm or data was lost, delayed or misrouted by a network or IT cause.",
    formula: "Sum over service units that say how many were found before harm",
    polarity: "lower",
    evidence: "network-incidents",
    columns: ["network_incidents_12m"],
    unit: "incidents",
  }),
  base({
    id: "network-incidents-before-harm",
    title: "Network incidents found before harm",
    shortTitle: "Before harm",
    definition: "Network incidents found before anybody came to harm.",
    formula: "Sum over service units",
    polarity: "higher",
    evidence: "network-incidents",
    columns: ["network_incidents_before_harm"],
    unit: "incidents",
  }),
  share(
    {
      id: "found-before-harm",
      title: "Network incidents found before harm",
      shortTitle: "Found before harm",
      definition: "Network incidents found before anybody came to harm, as a share of network incidents.",
      formula: "Network incidents found before harm ÷ network incidents",
      polarity: "higher",
      evidence: "network-incidents",
      columns: ["network_incidents_12m", "network_incidents_before_harm"],
    },
    "network-incidents-before-harm",
    "network-incidents",
  ),
  services(
    "services-with-accreditation",
    "Services that said whether they are accredited",
    "accreditation",
    "accreditation",
  ),
  base({
    id: "services-accredited",
    title: "Services accredited to a standard",
    shortTitle: "Accredited",
    definition: "Services accredited or certified to a standard, by standard.",
    formula: "Count of service units, once for each standard",
    polarity: "higher",
    evidence: "accreditation",
    columns: ["accreditation"],
    unit: "services",
    notes: [SEVERAL],
  }),
  share(
    {
      id: "accreditation",
      title: "Accreditation",
      shortTitle: "Accreditation",
      definition:
        "Services accredited or certified to a standard, as a share of the services that said whether they are.",
      formula: "Service units accredited to the standard ÷ service units that said so",
      polarity: "higher",
      evidence: "accreditation",
      columns: ["accreditation"],
      notes: [SEVERAL],
    },
    "services-accredited",
    "services-with-accreditation",
  ),
  services("services-with-on-call", "Services that said whether somebody is on call", "on-call", "on_call"),
  share(
    {
      id: "on-call",
      title: "On-call cover",
      shortTitle: "On call",
      definition: "Services by when somebody is on call, as a share of the services that said so.",
      formula: "Service units with that cover ÷ service units that said so",
      polarity: "none",
      evidence: "on-call",
      columns: ["on_call"],
    },
    "services-with-on-call",
    "services-with-on-call",
  ),
];
