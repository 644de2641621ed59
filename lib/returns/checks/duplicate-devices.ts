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
    // Most rows are told apart by what they are summed by; only the rest are looked up a second time.
    const sums = createKeyTable();
    const firstLines = createNumberList();
    const firstVariants = createNumberList();
    const variants = createKeyTable();
    const others = createKeyTable();
    const otherLines = createNumberList();
    const variantOf = ({ category_local, risk_class }: DevicesRow): number => {
      if (category_local === null && risk_class === null) return 0;
      variants.begin();
      variants.add(category_local);
      variants.add(risk_class);
      return 1 + variants.number();
    };
    return {
      row(row, line, report) {
        sums.begin();
        sums.add(row.category);
        sums.add(row.maintenance_model);
        sums.add(row.setting ?? "mixed_unknown");
        sums.add(row.service_unit);
        sums.add(row.owner_organisation_code);
        sums.add(row.site_code);
        const known = sums.size();
        const key = sums.number();
        const variant = variantOf(row);
        if (key === known) {
          firstLines.set(key, line);
          firstVariants.set(key, variant);
          return;
        }
        let before = firstLines.get(key);
        if (variant !== firstVariants.get(key)) {
          others.begin();
          others.add(`${key}`);
          others.add(`${variant}`);
          const seen = others.size();
          const other = others.number();
          if (other === seen) {
            otherLines.set(other, line);
            return;
          }
          before = otherLines.get(other);
        }
        report("duplicate-devices", {
          column: "category",
          line,
          message: `The same devices are on line ${before}.`,
        });
      },
      end(report) {
        const more = others.size();
        if (more === 0) return;
        const message = `${more} ${more === 1 ? "row is" : "rows are"} summed with another that differs only in category_local or risk_class.`;
        report("devices-summed", { column: null, message });
      },
    };
  },
};
