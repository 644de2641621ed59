import type { SectionView } from "@/lib/published/section-view";
import { Table } from "../nhs/table";

/** The figures of a section, each with its range, or the reason why there is none. */
export function SectionFigures({ section, note }: { section: SectionView; note: string }) {
  const figures = section.rows.map(({ text, unit, range, why }) => ({
    text: [text, unit].filter(Boolean).join(" "),
    range: range === null ? null : `between ${range.replace(" to ", " and ")}`,
    why,
  }));
  return (
    <Table
      caption={`${section.title}. ${note}`}
      captionHidden
      compact
      columns={[{ heading: "Measure" }, { heading: "Figure" }]}
      rows={section.rows.map((row, index) => ({
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
            <strong>{figures[index]?.text}</strong>
            {[figures[index]?.range, figures[index]?.why].map((more) =>
              more ? (
                <span className="muster-more" key={more}>
                  {more}
                </span>
              ) : null,
            )}
          </>,
        ],
      }))}
    />
  );
}
