import { createKeyTable, createNumberList } from "../key-table";
import type { DevicesRow } from "../parts/devices";
import type { FileCheck } from "./file-check";

/** The same devices twice, or the same but for the local name or the risk class. */
export const DUPLICATE_DEVICES: FileCheck<DevicesRow> = {
  rules: [
    {
      code: "duplicate-devices",
      severity: "error",
      scope: "file",
      parts: ["devices"],
      title: "The same devices on two rows",
      why: "One row is all devices of a category in a setting under a maintenance model; a second one counts them twice.",
      mend: "Sum the two rows, or tell them apart by service unit, site, setting or local category.",
      example: {
        part: "devices",
        trips: { lines: [{ setting: "ward" }, { setting: "Ward", device_count_end: "3" }] },
        passes: { lines: [{ setting: "ward" }, { setting: "theatre" }] },
      },
    },
    {
      code: "devices-summed",
      severity: "notice",
      scope: "file",
      parts: ["devices"],
      title: "Rows that differ only in local name or risk class are summed",
      why: "They are one category, setting and maintenance model to everybody else.",
      mend: "Nothing need be done.",
      example: {
        part: "devices",
        trips: { lines: [{ category_local: "Pump A" }, { category_local: "Pump B" }] },
        passes: { lines: [{ category_local: "Pump A" }, { category_local: "Pump B", setting: "ward" }] },
      },
    },
  ],
  reads: [
    "category",
    "maintenance_model",
    "setting",
    "service_unit",
    "owner_organisation_code",
    "site_code",
    "category_local",
    "risk_class",
  ],
  start() {
    const sums = createKeyTable();
    const rows = createKeyTable();
    const firstLines = createNumberList();
    return {
      row(row, line, report) {
        sums.begin();
        sums.add(row.category);
        sums.add(row.maintenance_model);
        sums.add(row.setting ?? "mixed_unknown");
        sums.add(row.service_unit);
        sums.add(row.owner_organisation_code);
        sums.add(row.site_code);
        rows.begin();
        rows.add(String(sums.number()));
        rows.add(row.category_local);
        rows.add(row.risk_class);
        const before = rows.size();
        const key = rows.number();
        if (key === before) firstLines.set(key, line);
        else {
          const message = `The same devices are on line ${firstLines.get(key)}.`;
          report("duplicate-devices", { column: "category", line, message });
        }
      },
      end(report) {
        const more = rows.size() - sums.size();
        if (more === 0) return;
        const message = `${more} ${more === 1 ? "row is" : "rows are"} summed with another that differs only in category_local or risk_class.`;
        report("devices-summed", { column: null, message });
      },
    };
  },
};
