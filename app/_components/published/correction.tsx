import { releaseFileHref } from "@/lib/published/place-href";
import type { LaterStanding } from "@/lib/services/published/later-standing";
import { Table } from "../nhs/table";

type CorrectionProps = {
  corrected: LaterStanding["corrected"];
  /** The release that the page shows. */
  here: number;
  /** Census and release, for the table's name. */
  note: string;
};

/** Of a corrected release: each figure as it was and as its correction has it. */
export function Correction({ corrected, here, note }: CorrectionProps) {
  if (corrected === null) return null;
  return (
    <section aria-labelledby="corrected">
      <h2 id="corrected">What the correction changed</h2>
      <p>
        Release {corrected.number} corrects this one, which keeps its figures so that what was cited can be
        found again.{" "}
        <a href={releaseFileHref(corrected.number, "changes.csv")}>
          Every change of release {corrected.number} (CSV)
        </a>
      </p>
      <Table
        caption={`Release ${here} and its correction. ${note}`}
        captionHidden
        compact
        columns={[
          { heading: "Measure" },
          { heading: `Release ${here}`, numeric: true },
          { heading: `Release ${corrected.number}`, numeric: true },
          { heading: "Difference" },
        ]}
        rows={corrected.rows.map((row) => ({
          key: row.measure,
          cells: [
            <a href={row.href} key="link">
              {row.title}
            </a>,
            row.earlier,
            row.now,
            row.earlier === row.now ? "None" : row.change,
          ],
        }))}
      />
    </section>
  );
}
