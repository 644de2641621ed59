import type { Level } from "@/lib/places/place";
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
  advertised: number;
  frozen: number;
  cover: number;
};

/**
 * Devices of one organisation that are alike. Null is "does not say", never nought. Rows may be summed only with rows
 * that say the same things, or to a null: the jobs due of those that do not say how many were on time are no
 * denominator of those that do.
 */
export type DeviceRow = {
  organisation: string;
  riskClass: string;
  devices: number;
  ppmDue: number | null;
  ppmDueDone: number | null;
  ppmOnTime: number | null;
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
  /** Who sent a devices part, be it an empty one. */
  hasDevices: ReadonlySet<string>;
  /** 32 secret bytes, the same for ever. */
  key: Uint8Array;
  ledger: readonly LedgerEntry[];
  /** The visible release of each earlier census; boards pool the latest two with this one. */
  earlier: readonly EarlierRelease[];
};
