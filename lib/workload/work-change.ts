import { DEVICE_ACTIVITIES, type DeviceActivity, type DeviceWork } from "./device-work";
import { atPace, type WorkLine } from "./work-line";

/** How work differs from what was sent, as factors; one leaves it as it is. */
export type WorkChange = {
  /** Devices, and all work that they bring. */
  devices: number;
  /** Devices of a category, in a setting, or of one in the other, on top of that; each null is any. */
  growing: readonly { category: string | null; setting: string | null; factor: number }[];
  /** Planned jobs on a device. */
  planned: number;
  /** Hours of the same job. */
  pace: number;
  /** Of the devices that others maintain by contract, the share that own staff take over (0 to 1). */
  inHouse: number;
};

export const SAME_WORK: WorkChange = { devices: 1, growing: [], planned: 1, pace: 1, inHouse: 0 };

const OF_DEVICES: ReadonlySet<string> = new Set(DEVICE_ACTIVITIES.map(({ value }) => value));
const PLANNED: DeviceActivity = "planned_maintenance";
const OWN = "in_house";

/** Lines of work under a change. Work that is not per device grows with no device. */
export function changedLines(lines: readonly WorkLine[], { devices, planned, pace }: WorkChange): WorkLine[] {
  return lines.map((line) => {
    const volume = OF_DEVICES.has(line.activity) ? devices * (line.activity === PLANNED ? planned : 1) : 1;
    if (volume * pace === 1) return line;
    const { hoursPerUnit, ...changed } = atPace(line, volume * pace);
    return {
      ...changed,
      volume: line.volume === null ? null : line.volume * volume,
      hoursPerUnit: line.hoursPerUnit === null ? null : line.hoursPerUnit * pace,
    };
  });
}

/** The rows of devices, as many more or fewer as those of their category and setting are. */
export function grownRows(rows: readonly DeviceWork[], { growing }: WorkChange): DeviceWork[] {
  return rows.map((row) => {
    const factor = growing
      .filter(({ category }) => category === null || category === row.category)
      .filter(({ setting }) => setting === null || setting === row.setting)
      .reduce((product, one) => product * one.factor, 1);
    return factor === 1 ? row : part(row, factor);
  });
}

/** The rows of devices, with a share of those under contract in the hands of own staff. */
export function takenInHouse(rows: readonly DeviceWork[], { inHouse }: WorkChange): DeviceWork[] {
  if (inHouse === 0) return [...rows];
  return rows.flatMap((row) => {
    if (row.maintenanceModel === OWN) return [row];
    // The hours were the contractor's pace or own oversight: the times of the standards stand for what own staff need.
    const taken = { ...part(row, inHouse), maintenanceModel: OWN, ppmHours: null, repairHours: null };
    return inHouse === 1 ? [taken] : [part(row, 1 - inHouse), taken];
  });
}

const COUNTS = [
  "devices",
  "added",
  "disposed",
  "ppmDue",
  "ppmJobs",
  "ppmHours",
  "repairJobs",
  "repairHours",
  "backlogStart",
  "backlogEnd",
  "acceptanceJobs",
  "decommissionJobs",
] as const satisfies readonly (keyof DeviceWork)[];

function part(row: DeviceWork, share: number): DeviceWork {
  const scaled = COUNTS.map((name) => [name, row[name] === null ? null : (row[name] as number) * share]);
  return { ...row, ...Object.fromEntries(scaled) };
}
