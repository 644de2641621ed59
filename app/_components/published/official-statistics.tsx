import type { OfficialPanel } from "@/lib/published/official-panel";
import { Table } from "../nhs/table";

type OfficialStatisticsProps = {
  panel: OfficialPanel;
  name: string;
  /** While everything else on the site is invented, it is said that this is not. */
  besideSample: boolean;
};

/** Another body's statistics of an organisation, apart from Muster's own and with their source. */
export function OfficialStatistics({ panel, name, besideSample }: OfficialStatisticsProps) {
  return (
    <section className="muster-official" aria-labelledby="official">
      <h2 id="official">Official statistics</h2>
      {panel.leaverRate ? <p className="muster-official__rate">{panel.leaverRate}</p> : null}
      {besideSample ? <p>These numbers are real. They are not part of the sample.</p> : null}
      <p>
        Of all scientific, therapeutic and technical staff here; clinical engineers are a small part of them.
        {panel.leaverRate ? " This is the rate of those months, not of a year." : null}
      </p>
      {panel.noRate ? <p>{panel.noRate}</p> : null}
      <Table
        caption={`${panel.staffGroup} of ${name}, in whole-time equivalents`}
        compact
        columns={[
          { heading: "Month" },
          { heading: "At its start", numeric: true },
          { heading: "Joined", numeric: true },
          { heading: "Left", numeric: true },
          { heading: "At its end", numeric: true },
        ]}
        rows={panel.months.map((month) => ({
          key: month.month,
          cells: [month.month, month.start, month.joiners, month.leavers, month.end],
        }))}
      />
      <p className="nhsuk-body-s">
        Source: NHS England,{" "}
        <a href="https://digital.nhs.uk/data-and-information/publications/statistical/nhs-workforce-statistics">
          NHS workforce statistics
        </a>
        , turnover by organisation and staff group. Open Government Licence v3.0.
      </p>
    </section>
  );
}
