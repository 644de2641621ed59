import type { PartName } from "./part";

/** What a part costs a department that sends it, and where its facts are. */
export type Burden = {
  part: PartName;
  what: string;
  /** Of one person's time, with the reports at hand. */
  minutesFirstYear: number;
  /** Starting from last year's rows. */
  minutesNextYear: number;
  who: string;
};

/**
 * Our own estimates, made so that the core comes to an hour; no collection has measured them yet. Illustrative, and
 * labelled so where they are shown.
 */
export const BURDENS: readonly Burden[] = [
  {
    part: "workforce",
    what: "Core columns: budgets, people or groups, vacancies",
    minutesFirstYear: 40,
    minutesNextYear: 15,
    who: "Head of service, with the finance and HR business partners",
  },
  {
    part: "devices",
    what: "Core columns: devices and planned jobs by category",
    minutesFirstYear: 20,
    minutesNextYear: 10,
    who: "Whoever runs the equipment database",
  },
  {
    part: "devices",
    what: "All columns: hours, repairs, what came and went",
    minutesFirstYear: 60,
    minutesNextYear: 20,
    who: "Whoever runs the equipment database",
  },
  {
    part: "assets",
    what: "In place of devices: one export, one line a device",
    minutesFirstYear: 45,
    minutesNextYear: 10,
    who: "Whoever runs the equipment database",
  },
  {
    part: "activities",
    what: "Work that is not per device",
    minutesFirstYear: 40,
    minutesNextYear: 20,
    who: "Head of service and section leads",
  },
  {
    part: "flows",
    what: "Joiners, leavers and movers",
    minutesFirstYear: 15,
    minutesNextYear: 15,
    who: "Head of service or HR",
  },
  {
    part: "profile",
    what: "One line a service unit",
    minutesFirstYear: 15,
    minutesNextYear: 5,
    who: "Head of service",
  },
];
