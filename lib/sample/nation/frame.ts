/**
 * Where the organisations of the sample nation stand: all 36 boards of England that are in force from 1 April 2026,
 * and the three other nations. Nearly every board has five organisations, so that its figures can be shown; three
 * have two, so that it can be seen what a board that cannot be shown says. The first forty fill eight boards of three
 * regions that were in force, under the same code and boundary, at every census: a useful small nation by themselves.
 */
export type Stand = {
  /** The board from 1 April 2026; null outside England. */
  board: string | null;
  /** The board until then, where the one above is new. */
  before?: string;
  region: string;
  kinds: readonly string[];
};

const TEACHING_FIVE = ["teaching", "medium", "small", "mental_health", "community"];
const LARGE_FIVE = ["large", "medium", "specialist", "mental_health", "community"];
const MIXED_FIVE = ["teaching", "large", "small", "mental_health", "community"];
const SPREAD_FIVE = ["medium", "multi_service", "small", "mental_health", "community"];
const COUNTRY_FIVE = ["large", "small", "small", "mental_health", "ambulance"];

const board = (code: string, region: string, kinds: readonly string[], before?: string): Stand => ({
  board: code,
  ...(before === undefined ? {} : { before }),
  region,
  kinds,
});

export const FRAME: readonly Stand[] = [
  board("QKK", "Y56", TEACHING_FIVE),
  board("QMF", "Y56", MIXED_FIVE),
  board("QWE", "Y56", ["large", "multi_service", "specialist", "mental_health", "ambulance"]),
  board("QHL", "Y60", TEACHING_FIVE),
  board("QK1", "Y60", MIXED_FIVE),
  board("QT1", "Y60", LARGE_FIVE),
  board("QHM", "Y63", TEACHING_FIVE),
  board("QWO", "Y63", ["teaching", "large", "small", "mental_health", "ambulance"]),

  board("Z9B2Z", "Y56", ["teaching", "teaching", "large"], "QMJ"),
  board("Z9B2Z", "Y56", ["teaching", "specialist", "mental_health", "community"], "QRV"),
  board("QOX", "Y58", LARGE_FIVE),
  board("QUY", "Y58", ["teaching", "large", "mental_health", "community", "ambulance"]),
  board("QT6", "Y58", ["medium", "mental_health"]),
  board("QJK", "Y58", ["teaching", "medium", "small", "mental_health", "community"]),
  board("QVV", "Y58", SPREAD_FIVE),
  board("QR1", "Y58", COUNTRY_FIVE),
  board("QSL", "Y58", ["medium", "community"]),
  board("QRL", "Y59", MIXED_FIVE),
  board("QKS", "Y59", ["large", "large", "medium", "mental_health", "community"]),
  board("S9B9J", "Y59", ["teaching", "medium", "community"], "QNX"),
  board("S9B9J", "Y59", ["large", "small", "mental_health", "ambulance"], "QXU"),
  board("S0E4D", "Y59", ["teaching", "large", "small", "mental_health", "ambulance"], "QU9"),
  board("QUA", "Y60", ["teaching", "large", "medium", "mental_health", "community"]),
  board("QWU", "Y60", TEACHING_FIVE),
  board("QJ2", "Y60", ["teaching", "large", "small", "mental_health", "community"]),
  board("QGH", "Y60", SPREAD_FIVE),
  board("QJM", "Y60", ["large", "small", "mental_health", "community", "ambulance"]),
  board("QPM", "Y60", ["teaching", "medium", "small", "mental_health", "community"]),
  board("QOC", "Y60", ["large", "community"]),
  board("QNC", "Y60", ["teaching", "large", "small", "mental_health", "community"]),
  board("S1Y5D", "Y61", ["teaching", "large", "medium", "small"], "QUE"),
  board("S1Y5D", "Y61", ["medium", "mental_health", "community"], "QM7"),
  board("D7T5G", "Y61", ["teaching", "large", "mental_health", "community", "ambulance"], "QH8"),
  board("T6Y0W", "Y61", ["teaching", "medium", "small", "mental_health", "community"], "QMM"),
  board("QYG", "Y62", ["teaching", "teaching", "specialist", "medium", "mental_health", "community"]),
  board("QOP", "Y62", ["teaching", "large", "specialist", "small", "mental_health", "ambulance"]),
  board("QE1", "Y62", MIXED_FIVE),
  board("QOQ", "Y63", ["teaching", "medium", "small", "mental_health", "community"]),
  board("QF7", "Y63", ["teaching", "large", "specialist", "mental_health", "community"]),
  {
    board: null,
    region: "W92000004",
    kinds: [...Array<string>(7).fill("health_board"), "welsh_trust"],
  },
  {
    board: null,
    region: "S92000003",
    kinds: [...Array<string>(8).fill("territorial_board"), "island_board"],
  },
  { board: null, region: "N92000002", kinds: Array<string>(5).fill("social_care_trust") },
];
