import type { ReturnCheck, WholeReturn } from "./return-rule";

const MOST_OFF_COUNT = 0.1;
const MOST_OF_THE_TIME = 0.95;
const LEAST_OF_THE_TIME = 0.25;
/** Hours of one WTE in a year where the profile does not say: 260 days less 53 of holidays, leave and absence, of 7.5 hours. */
const HOURS_OF_A_WTE = 207 * 7.5;

/** The hours recorded on devices and the time of those who work on them; null where one of the two was not sent. */
function hoursAndTime({ sums: { numbers } }: WholeReturn): { hours: number; time: number } | null {
  const hours = numbers.get("device_hours");
  if (!hours || !numbers.has("in_post_wte")) return null;
  const units = numbers.get("units_with_hours");
  const ofOne = units ? (numbers.get("hours_of_a_wte") ?? 0) / units : HOURS_OF_A_WTE;
  return { hours, time: (numbers.get("device_staff_wte") ?? 0) * ofOne };
}

const inHours = (value: number) => Math.round(value).toLocaleString("en-GB");

const hoursOf = (ppm_hours: string) =>
  ({
    files: [
      { part: "workforce", lines: [{}] },
      { part: "devices", lines: [{ ppm_jobs: "400", ppm_hours }] },
    ],
  }) as const;

/** What is recorded against what there is: the same words whether it is too much or too little. */
const hoursToldOf = (whole: WholeReturn, { hours, time }: { hours: number; time: number }) => ({
  part: partOf(whole.sums.numbers),
  message: `${inHours(hours)} hours are recorded on devices, of ${inHours(time)} that technologists and associates who work on them have in a year.`,
});

/** What the devices say, against themselves and against the people who work on them. */
export const DEVICES_OF_THE_RETURN: readonly ReturnCheck[] = [
  {
    code: "device-count-roll",
    severity: "warning",
    scope: "return",
    parts: ["devices", "assets"],
    title: "Devices at the start and the year's changes do not make the devices at the end",
    why: "Start, added and transferred in, less disposed and transferred out, is the end; more than 10 % apart, one of the counts is of another day or another group of devices. Where no start is sent, last year's end stands for it.",
    mend: "Correct the counts, or say where the difference comes from.",
    example: {
      trips: {
        files: [{ part: "devices", lines: [{ device_count_start: "200", added: "10", disposed: "0" }] }],
      },
      passes: {
        files: [{ part: "devices", lines: [{ device_count_start: "200", added: "50", disposed: "10" }] }],
      },
    },
    find({ sums: { numbers }, lastYear }) {
      let expected = numbers.get("devices_expected");
      let found = numbers.get("devices_found") ?? 0;
      const moved = numbers.get("devices_moved");
      const before = lastYear?.numbers.get("devices");
      if (expected === undefined && moved !== undefined && before !== undefined) {
        expected = before + moved;
        found = numbers.get("devices") ?? 0;
      }
      if (expected === undefined || Math.abs(expected - found) <= found * MOST_OFF_COUNT) return null;
      return {
        part: partOf(numbers),
        message: `The start and the year's changes make ${count(expected)} devices, and ${count(found)} are counted at the end.`,
      };
    },
  },
  {
    code: "device-hours-over-time",
    severity: "warning",
    scope: "return",
    parts: ["workforce", "devices", "assets", "profile"],
    title: "Hours on devices take all the time there is",
    why: "Recorded hours above 95 % of the time of technologists and associates in equipment management, libraries, community and renal leave none for anything else; the time is the profile's, or 1,553 hours a year for each WTE.",
    mend: "Correct the hours, or the roles and specialisms of those who did the work, or say who else did it.",
    example: { trips: hoursOf("1600"), passes: hoursOf("1400") },
    find(whole) {
      const said = hoursAndTime(whole);
      if (!said || said.hours <= said.time * MOST_OF_THE_TIME) return null;
      return hoursToldOf(whole, said);
    },
  },
  {
    code: "device-hours-under-time",
    severity: "notice",
    scope: "return",
    parts: ["workforce", "devices", "assets", "profile"],
    title: "Few hours on devices for the people there are",
    why: "Recorded hours below 25 % of the time of technologists and associates are usually jobs without their hours.",
    mend: "Nothing need be done; if hours are missing, add them.",
    example: { trips: hoursOf("380"), passes: hoursOf("400") },
    find(whole) {
      const said = hoursAndTime(whole);
      if (!said || said.hours >= said.time * LEAST_OF_THE_TIME) return null;
      return hoursToldOf(whole, said);
    },
  },
  {
    code: "nobody-maintains",
    severity: "warning",
    scope: "return",
    parts: ["devices", "assets"],
    title: "Neither contracts nor own hours",
    why: "Somebody looks after the devices: a supplier under a contract, or own staff, whose hours tell how much work it is.",
    mend: "Add ppm_hours and repair_hours, or the contracts, or say why there are neither.",
    example: {
      trips: { files: [{ part: "devices", lines: [{ maintenance_model: "in_house" }] }] },
      passes: {
        files: [
          { part: "devices", lines: [{ maintenance_model: "in_house", ppm_jobs: "10", ppm_hours: "12" }] },
        ],
      },
    },
    find({ sums: { numbers } }) {
      const devices = numbers.get("devices") ?? 0;
      if (devices === 0 || numbers.has("contracts") || (numbers.get("device_hours") ?? 0) > 0) return null;
      return {
        part: partOf(numbers),
        message: `Of ${count(devices)} devices none is under a contract, and no hours of own staff are recorded.`,
      };
    },
  },
];

const count = (value: number): string => value.toLocaleString("en-GB");

/** The part that the devices were sent in. */
const partOf = (numbers: ReadonlyMap<string, number>): "devices" | "assets" =>
  numbers.has("rows devices") ? "devices" : "assets";
