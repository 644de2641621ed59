import { DEVICE_SETTINGS } from "@/lib/returns/codes/device-setting";
import { MAINTENANCE_MODELS } from "@/lib/returns/codes/maintenance";
import { DEVICE_MIX } from "@/lib/sample/device-mix";
import type { LoadFile } from "./load-file";

const COLUMNS = [
  "census_date",
  "organisation_code",
  "asset_ref",
  "category_local",
  "category",
  "manufacturer",
  "model",
  "setting",
  "maintenance_model",
  "commissioned",
  "connected",
  "ppm_interval_months",
  "ppm_due",
  "ppm_due_done",
  "ppm_on_time",
  "ppm_jobs",
  "ppm_hours",
] as const;

const PIECE = 5000;

const two = (number: number) => String(number).padStart(2, "0");

function asset(made: number, organisation: string, census: string): string[] {
  const { category } = DEVICE_MIX[made % DEVICE_MIX.length] as (typeof DEVICE_MIX)[number];
  const { value: setting } = DEVICE_SETTINGS[(made >> 3) % DEVICE_SETTINGS.length] ?? { value: "ward" };
  const { value: model } = MAINTENANCE_MODELS[(made >> 5) % MAINTENANCE_MODELS.length] ?? {
    value: "in_house",
  };
  // A contractor's devices take none of the own staff's hours, which a rule would ask about.
  const own = model !== "contract_full";
  const done = made % 11 === 0 ? 0 : 1;
  return [
    census,
    organisation,
    `A${String(made).padStart(7, "0")}`,
    `Group ${made % 400}`,
    category,
    `Maker ${made % 90}`,
    `Model ${made % 700}`,
    setting,
    model,
    `${2005 + (made % 20)}-${two(1 + (made % 12))}-${two(1 + (made % 28))}`,
    made % 3 === 0 ? "yes" : "no",
    "12",
    "1",
    String(done),
    String(made % 7 === 0 ? 0 : done),
    String(done),
    own && done === 1 ? (0.3 + (made % 20) / 10).toFixed(2) : "",
  ];
}

/** One line a device, as an equipment database exports it: every device has a reference of its own. */
export const MILLION_ASSETS: LoadFile = {
  part: "assets",
  columns: COLUMNS,
  *rows(organisation, census, rows) {
    for (let made = 0; made < rows; made += PIECE)
      yield Array.from({ length: Math.min(PIECE, rows - made) }, (_, index) =>
        asset(made + index, organisation, census),
      );
  },
};
