import {
  ACCREDITATIONS,
  BOARDS_SAT_ON,
  ESTABLISHMENT_SOURCES,
  MANAGED_BY,
  ON_CALL,
  PROVISIONS,
  REPORTING_LINES,
} from "../codes/service";
import { SPECIALISMS } from "../codes/specialism";
import { amount, choice, count, day, several, words, yesOrNo } from "../columns/optional-columns";
import { CENSUS_DATE } from "../columns/when";
import { ORGANISATION_CODE, SERVICE_UNIT } from "../columns/whose";
import type { Part, RowOf } from "../part";

/** One column for each specialism: whether the service provides it, and how. */
const PROVISION_COLUMNS = SPECIALISMS.map(({ value, title }) =>
  choice(`provision_${value}`, `Provision: ${title}`, PROVISIONS, {
    guidance: `How ${title.toLowerCase()} is provided.`,
    example: "in_this_return",
  }),
);

/** How a service is staffed, run and heard; one row for each service unit. */
export const PROFILE = {
  name: "profile",
  title: "Profile",
  schemaVersion: "1.0",
  rowIs: "One service unit: how it is run, what it provides, and the time its people have.",
  freeText: "people",
  columns: [
    ORGANISATION_CODE,
    SERVICE_UNIT,
    CENSUS_DATE,
    choice("establishment_source", "Source of establishment", ESTABLISHMENT_SOURCES, {
      guidance: "Where the establishment in the workforce file comes from.",
      example: "ledger",
    }),
    amount("establishment_ledger_wte", "Establishment in the ledger", "wte", {
      scale: 5,
      guidance: "Funded WTE that the finance ledger holds for this service.",
      example: "24.60",
    }),
    amount("standard_hours_per_week", "Standard hours a week", "hours", {
      maximum: 60,
      headers: ["Full-time hours"],
      guidance: "Hours of one whole-time post at the census: 37.5, in Scotland 37.",
      example: "37.5",
    }),
    amount("standard_hours_next", "Standard hours to come", "hours", {
      maximum: 60,
      guidance: "Hours of one whole-time post after an agreed change.",
      example: "36",
    }),
    day("standard_hours_from", "Date of the change of hours", {
      guidance: "From when the hours to come are in force.",
      example: "2026-04-01",
    }),
    count("beds", "Beds", "beds", { guidance: "Staffed beds that the service supports.", example: "650" }),
    count("sites", "Sites", "sites", { guidance: "Sites that the service supports.", example: "4" }),
    {
      name: "organisations_served",
      title: "Organisations served",
      type: "set",
      required: "optional",
      tier: "full",
      codeOf: "place",
      headers: ["Served organisations"],
      guidance: "Codes of the organisations for which you return, besides your own.",
      example: "RJZ",
    },
    choice("managed_by", "Managed by", MANAGED_BY, {
      guidance: "The directorate in which the service sits.",
      example: "medical_physics",
    }),
    ...PROVISION_COLUMNS,
    choice("on_call", "On call", ON_CALL, { guidance: "When somebody is on call.", example: "weekday" }),
    count("on_call_rota_people", "People on the rota", "people", {
      guidance: "The least number of people that the on-call rota needs.",
      example: "6",
    }),
    count("sufficiency", "Sufficiency of staffing", "points", {
      minimum: 1,
      maximum: 5,
      guidance:
        "“Our staffing is sufficient for a safe service”: 1, strongly disagree, to 5, strongly agree.",
      example: "2",
    }),
    count("expected_retirements_1y", "Retirements expected within a year", "people", {
      guidance: "People you expect to retire in the twelve months after the census.",
      example: "1",
    }),
    count("expected_retirements_2y", "Retirements expected within two years", "people", {
      guidance: "People you expect to retire in the 24 months after the census.",
      example: "3",
    }),
    count("partially_retired_headcount", "Partially retired", "people", {
      guidance: "People in post who draw part of their pension.",
      example: "1",
    }),
    several("accreditation", "Accreditation", ACCREDITATIONS, {
      guidance: "Standards to which the service is accredited or certified.",
      example: "iso_9001",
    }),
    several("represented_on", "Represented on", BOARDS_SAT_ON, {
      guidance: "Boards and groups on which clinical engineering sits.",
      example: "medical_devices_group;capital_planning",
    }),
    choice("reports_to", "Reports to", REPORTING_LINES, {
      guidance: "To whom the head of the service reports.",
      example: "division",
    }),
    count("device_procurements_12m", "Device procurements", "procurements", {
      guidance: "Procurements of medical devices in the twelve months.",
      example: "30",
    }),
    count("procurements_from_specification", "Procurements from specification on", "procurements", {
      guidance: "Of those, the ones in which clinical engineering took part from the specification.",
      example: "18",
    }),
    count("procurements_not_consulted", "Procurements without being asked", "procurements", {
      guidance: "Of those, the ones in which clinical engineering was not consulted.",
      example: "5",
    }),
    yesOrNo("mdso_in_post", "Medical device safety officer in post", {
      guidance: "Whether a medical device safety officer is in post.",
      example: "yes",
    }),
    count("network_incidents_12m", "Network incidents", "incidents", {
      guidance:
        "Alarm or data lost, delayed or misrouted by a network or IT cause, logged in LFPSE or the job log.",
      example: "4",
    }),
    count("network_incidents_before_harm", "Network incidents found before harm", "incidents", {
      guidance: "Of those, the ones found before anybody came to harm.",
      example: "4",
    }),
    amount("available_days", "Days in the year", "days", {
      maximum: 366,
      guidance: "Working days in a year of one whole-time post, before anything is taken off.",
      example: "260",
    }),
    amount("bank_holidays", "Bank holidays", "days", {
      guidance: "Bank holidays in the year.",
      example: "8",
    }),
    amount("annual_leave_days", "Annual leave", "days", {
      guidance: "Mean annual leave of one person.",
      example: "30",
    }),
    amount("sickness_days", "Sickness", "days", {
      guidance: "Mean days of sickness of one person.",
      example: "10",
    }),
    amount("other_absence_days", "Other absence", "days", {
      guidance: "Mean days of study and other absence of one person.",
      example: "5",
    }),
    amount("hours_per_day", "Hours a day", "hours", {
      maximum: 24,
      guidance: "Working hours of one day; blank takes a fifth of the standard week.",
      example: "7.5",
    }),
    amount("category_allowance_percent", "Category allowance", "percent", {
      maximum: 90,
      guidance: "Share of everybody's time spent on work that is not counted by job.",
      example: "25",
    }),
    amount("individual_allowance_hours", "Individual allowance", "hours", {
      guidance: "Hours a year that some people spend on further duties, all together.",
      example: "1100",
    }),
    words("explanation", "Explanation", 2000, {
      headers: ["Comments", "Notes"],
      guidance: "Anything a reader of these figures should know; no names of people.",
      example: "Two posts are held for a redesign.",
    }),
  ],
  examples: [
    {
      organisation_code: "RJ1",
      census_date: "2026-03-31",
      establishment_source: "ledger",
      establishment_ledger_wte: "24.60",
      standard_hours_per_week: "37.5",
      on_call: "weekday",
      on_call_rota_people: "6",
      sufficiency: "2",
      represented_on: "medical_devices_group;capital_planning",
    },
    {
      organisation_code: "RJ1",
      service_unit: "Renal technology",
      census_date: "2026-03-31",
      organisations_served: "RJZ",
    },
  ],
} as const satisfies Part;

export type ProfileRow = RowOf<typeof PROFILE>;
