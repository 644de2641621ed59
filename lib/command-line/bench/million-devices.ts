import { DEVICE_SETTINGS } from "@/lib/returns/codes/device-setting";
import { MAINTENANCE_MODELS } from "@/lib/returns/codes/maintenance";
import { DEVICE_MIX } from "@/lib/sample/device-mix";
import type { LoadFile } from "./load-file";

export const DEVICE_COLUMNS = [
  "period_start",
  "period_end",
  "organisation_code",
  "service_unit",
  "category",
  "setting",
  "maintenance_model",
  "device_count_end",
  "ppm_due",
  "ppm_due_done",
  "ppm_on_time",
] as const;

/** Clean rows of a devices file, all different, in pieces of a service unit each; the values are in the columns' order. */
export function* deviceRows(organisation: string, census: string, rows: number): Generator<string[][]> {
  const start = `${Number(census.slice(0, 4)) - 1}-04-01`;
  let made = 0;
  for (let unit = 1; made < rows; unit += 1) {
    const piece: string[][] = [];
    for (const { category } of DEVICE_MIX) {
      for (const { value: setting } of DEVICE_SETTINGS) {
        for (const { value: model } of MAINTENANCE_MODELS) {
          if (made === rows) break;
          made += 1;
          const due = (made * 7) % 900;
          const done = due - (made % 9 === 0 ? Math.floor(due / 10) : 0);
          piece.push([
            start,
            census,
            organisation,
            `Unit ${unit}`,
            category,
            setting,
            model,
            String(due + (made % 50)),
            String(due),
            String(done),
            String(done - Math.floor(done / 20)),
          ]);
        }
      }
    }
    yield piece;
  }
}

export const MILLION_DEVICES: LoadFile = { part: "devices", columns: DEVICE_COLUMNS, rows: deviceRows };
