import type { SectionRow, SectionView } from "@/lib/published/section-view";
import { Details } from "../nhs/details";
import { Table } from "../nhs/table";

type SectionFiguresProps = {
  section: SectionView;
  note: string;
  /** Whether those that do not come first are folded where there is little room. */
  folds: boolean;
};

/** The figures of a section, each with its range, or the reason why there is none. */
export function SectionFigures({ section, note, folds }: SectionFiguresProps) {
  const later = folds ? section.rows.filter(({ lead }) => !lead) : [];
  const first = section.rows.filter((row) => !later.includes(row));
  const caption = `${section.title}. ${note}`;
  return (
    <>
      {first.length > 0 ? <Rows rows={first} caption={caption} /> : null}
      {later.length > 0 ? (
        <Details narrow summary={`${later.length} more figures`}>
          <Rows rows={later} caption={`${section.title}, further figures. ${note}`} />
        </Details>
      ) : null}
    </>
  );
}

function Rows({ rows, caption }: { rows: readonly SectionRow[]; caption: string }) {
  return (
    <Table
      caption={caption}
      className="muster-figures"
      captionHidden
      compact
      columns={[{ heading: "Measure" }, { heading: "Figure" }]}
      rows={rows.map((row, at) => ({
        key: `${row.measure} ${row.title}`,
        cells: [
          row.linked ? (
            <a href={row.href} key="link">
              {row.title}
            </a>
          ) : (
            row.title
          ),
          <>
            <strong>{[row.text, row.unit].filter(Boolean).join(" ")}</strong>
            {moreOf(row, rows[at - 1]).map((more) => (
              <span className="muster-more" key={more}>
                {more}
              </span>
            ))}
          </>,
        ],
      }))}
    />
  );
}

/** Range and evidence in one line, or else the reason, which says itself on what it rests: the same one only once. */
function moreOf({ range, from, why }: SectionRow, above: SectionRow | undefined): string[] {
  const reason = why !== null && above?.why === why ? "For the same reason." : why;
  const between = range === null ? null : `between ${range.replace(" to ", " and ")}`;
  const line = [between, why === null ? from : null].filter((part) => part !== null).join(", ");
  return [line, reason ?? ""].filter((part) => part !== "");
}
