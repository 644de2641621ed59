import type { DeviceSum } from "@/lib/measures/device-measures";
import type { Level } from "@/lib/places/place";
import type { ValueRange } from "@/lib/statistics/value-range";
import type { Figure } from "./figure";
import type { LedgerEntry } from "./ledger";

/** People of one organisation who are alike; each person in exactly one row, where their largest post is. */
export type StaffRow = {
  organisation: string;
  role: string;
  /** Bands 8d and 9 together, `8d_9`. */
  band: string;
  /** Ten-year age. */
  age: string;
  register: string;
  specialism: string;
  headcount: number;
  /** All the WTE of these people, up to five decimals. */
  wte: number;
  /** Whether they could be on a register and are on none. */
  eligible: boolean;
  /** The training programme, `unknown` of a trainee without one, null of who is no trainee. */
  programme: string | null;
  /** Who pays for the training; null where it is not said. */
  funding: string | null;
  /** Whether they are on long absence; null where it is not said. */
  away: boolean | null;
};

/** People of one organisation who joined, left or moved band; transfers of a whole service are in none. */
export type FlowRow = {
  organisation: string;
  direction: "joiner" | "leaver" | "mover";
  /** Of a leaver: to another NHS organisation, or another service of the same one. */
  withinNhs: boolean;
  /** Of a mover: the bands before and after (`bandStep`); null of a joiner or leaver. */
  step: string | null;
  headcount: number;
};

/** Of one organisation whose keys tell the same people at this census and the one before. */
export type StayRow = { organisation: string; before: number; stayed: number };

/** What the work of one service (host and served) asks for, in WTE and hours; of services with staff and devices. */
export type WorkloadRow = {
  organisation: string;
  required: ValueRange;
  /** Of the specialisms whose main work is counted. */
  compared: ValueRange;
  comparedInPost: number;
  deviceHours: number;
  hours: number;
  illustrativeHours: number;
};

/** What one service unit says of itself; null where it does not say, an empty list where it says "none". */
export type ServiceRow = {
  organisation: string;
  /** 1 to 5. */
  sufficiency: number | null;
  procurements: number | null;
  fromSpecification: number | null;
  notConsulted: number | null;
  representedOn: readonly string[] | null;
  reportsTo: string | null;
  networkIncidents: number | null;
  incidentsBeforeHarm: number | null;
  accreditation: readonly string[] | null;
  onCall: string | null;
};

/** Posts of one organisation that are alike, in WTE. */
export type PostRow = {
  organisation: string;
  role: string;
  specialism: string;
  band: string;
  /** Null when no establishment was given for these posts. */
  establishment: number | null;
  inPost: number;
  vacancy: number;
  /** Null where no vacancy line is among these posts. */
  advertised: number | null;
  frozen: number | null;
  /** Null where no line says whether temporary staff cover these posts. */
  cover: number | null;
};

/**
 * Devices of one organisation and risk class, by measure: sums over its lines. Null is "no line says", never nought.
 * A share's numerator and denominator are both over the lines that say the numerator.
 */
export type DeviceRow = {
  organisation: string;
  riskClass: string;
  sums: Readonly<Partial<Record<DeviceSum, number | null>>>;
};

export type ResponseState = "returned" | "nil" | "not_returned" | "served";
export type Response = { organisation: string; state: ResponseState };

export type ReleasePlace = { code: string; level: Level; name: string; parent: string | null };

/** The figures of an earlier census as they were published. */
export type EarlierRelease = { census: string; figures: readonly Figure[] };

/** All that a release is made of. The order of every list is without meaning. */
export type ReleaseInput = {
  /** The release's number, for the ledger. */
  release: number;
  /** Decisions about a fictional nation never bind the real one. */
  synthetic: boolean;
  /** As at publication, organisations included; exactly the organisations that were asked. */
  geography: readonly ReleasePlace[];
  /** An organisation without an entry has not returned. */
  responses: readonly Response[];
  staff: readonly StaffRow[];
  posts: readonly PostRow[];
  devices: readonly DeviceRow[];
  flows: readonly FlowRow[];
  stays: readonly StayRow[];
  services: readonly ServiceRow[];
  workloads: readonly WorkloadRow[];
  /** Who sent their devices, one by one or summed, and who their joiners and leavers, be it none. */
  hasDevices: ReadonlySet<string>;
  hasFlows: ReadonlySet<string>;
  /** 32 secret bytes, the same for ever. */
  key: Uint8Array;
  ledger: readonly LedgerEntry[];
  /** The visible release of each earlier census; boards pool the latest two with this one. */
  earlier: readonly EarlierRelease[];
};

/** What is summed: of every organisation of a release, or of one organisation's own files. */
export type SummedRows = Pick<
  ReleaseInput,
  "staff" | "posts" | "devices" | "flows" | "stays" | "services" | "workloads" | "hasDevices" | "hasFlows"
>;
