import { Table } from "@/app/_components/nhs/table";
import { formatNumber } from "@/lib/format/number";
import type { RegionAnswered } from "@/lib/returns/answered-by-region";

/** How far each region has answered, by organisations and by their estimated workforce. */
export function Regions({ regions }: { regions: readonly RegionAnswered[] }) {
  return (
    <section>
      <h2 id="regions">Coverage</h2>
      <p>
        Workforce is estimated: people by the newest release that says so of the organisation, else the mean
        of its region.
      </p>
      <Table
        caption="Approved returns by region"
        columns={[
          { heading: "Region" },
          { heading: "Asked", numeric: true },
          { heading: "Approved", numeric: true },
          { heading: "Organisations", numeric: true },
          { heading: "Estimated workforce", numeric: true },
        ]}
        rows={regions.map(({ region, asked, answered, workforceShare }) => ({
          key: region,
          cells: [
            region,
            asked,
            answered,
            asked === 0 ? "" : `${formatNumber((100 * answered) / asked, 0)}%`,
            workforceShare === null ? "not known" : `${formatNumber(100 * workforceShare, 0)}%`,
          ],
        }))}
      />
    </section>
  );
}
