import { describe, expect, it } from "vitest";
import { MEASURES } from "@/lib/measures/catalogue";
import { PARTS } from "@/lib/returns/parts";
import { measuresOfColumn } from "./measures-of-column";

const idsOf = (...of: Parameters<typeof measuresOfColumn>) => measuresOfColumn(...of).map(({ id }) => id);

describe("the measures that need a column", () => {
  it("name, of every measure with a page, every column that it declares", () => {
    for (const { id, source, base } of MEASURES) {
      if (source.part === "return" || base) continue;
      const declared: readonly string[] = PARTS[source.part].columns.map(({ name }) => name);
      for (const column of source.columns) {
        expect(declared, `${id} ${column}`).toContain(column);
        expect(idsOf(source.part, column), `${id} ${column}`).toContain(id);
      }
    }
  });

  it("are the same for a device by device file as for the rows that it is summed to", () => {
    expect(idsOf("assets", "ppm_due")).toEqual(idsOf("devices", "ppm_due"));
    expect(idsOf("assets", "connected")).toEqual(idsOf("devices", "connected_count"));
    expect(idsOf("assets", "connected").length).toBeGreaterThan(0);
  });

  it("are none where no measure declares the column", () => {
    expect(idsOf("profile", "explanation")).toEqual([]);
  });
});
