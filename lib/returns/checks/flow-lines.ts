import type { FlowsRow } from "../parts/flows";
import type { RowCheck } from "./row-check";

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** What each line of joiners, leavers and movers must say. */
export const FLOW_LINES: readonly RowCheck<FlowsRow>[] = [
  {
    code: "flow-band-missing",
    severity: "error",
    scope: "row",
    parts: ["flows"],
    title: "A joiner or leaver without a band",
    why: "Who joins and leaves is told by band; a line without one stands in no rate.",
    mend: "Write the band joined or left; other is an answer.",
    example: {
      part: "flows",
      trips: { lines: [{ afc_band: "" }] },
      passes: { lines: [{ afc_band: "6" }] },
    },
    reads: ["direction", "afc_band"],
    find: ({ direction, afc_band }) =>
      (direction === "joiner" || direction === "leaver") && afc_band === null
        ? { column: "afc_band", message: `A ${direction} has no afc_band.` }
        : null,
  },
  {
    code: "mover-bands-missing",
    severity: "error",
    scope: "row",
    parts: ["flows"],
    title: "A mover without the band before or after",
    why: "A move is from one band to another; with one of them it cannot be counted.",
    mend: "Write both band_from and band_to.",
    example: {
      part: "flows",
      trips: { lines: [{ direction: "mover", afc_band: "", band_from: "5" }] },
      passes: { lines: [{ direction: "mover", afc_band: "", band_from: "5", band_to: "6" }] },
    },
    reads: ["direction", "band_from", "band_to"],
    find({ direction, band_from, band_to }) {
      if (direction !== "mover") return null;
      const column = band_from === null ? "band_from" : band_to === null ? "band_to" : null;
      return column && { column, message: `A mover has no ${column}.` };
    },
  },
  {
    code: "not-a-month",
    severity: "error",
    scope: "row",
    parts: ["flows"],
    title: "A month is not a year and a month",
    why: "Month names and days can be read in more than one way; we do not guess.",
    mend: "Write it as 2025-09; a spreadsheet leaves it so where the column's cells are formatted as text first.",
    example: {
      part: "flows",
      trips: { lines: [{ month: "Sep-25" }] },
      passes: { lines: [{ month: "2025-09" }] },
    },
    reads: ["month"],
    needs: ["month"],
    find: ({ month }) =>
      month !== null && !MONTH.test(month)
        ? { column: "month", message: `\u201c${month}\u201d in month is not a year and a month.` }
        : null,
  },
];
