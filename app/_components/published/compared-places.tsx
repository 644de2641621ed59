import { shortName } from "@/lib/places/short-name";
import { compareHref } from "@/lib/published/compare-address";
import type { ComparedCell } from "@/lib/published/comparison";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { measureHref, placeHref } from "@/lib/published/place-href";
import type { ReleaseNote } from "@/lib/published/release-note";
import type { ComparePage } from "@/lib/services/published/compare-page";
import { Table } from "../nhs/table";
import { ReleaseLine } from "./release-line";

/** Places side by side, measure by measure, each with its range or its reason. */
export function ComparedPlaces({ page, note }: { page: ComparePage; note: ReleaseNote }) {
  const { places, topics } = page;
  const [first] = places;
  if (!first) return null;
  const name = `Census of ${note.census}, release ${note.number}${note.provisional ? ", provisional" : ""}.${note.synthetic ? " Synthetic data." : ""}`;
  return (
    <>
      <ReleaseLine note={note} inRelease={(release) => compareHref(page.asked, release)} />
      <p>
        Totals depend on how large a place is. A rate is called higher or lower than that of{" "}
        {nameInSentence(first.name)} only where the two ranges lie apart.
      </p>
      <ul className="nhsuk-list">
        {places.map((place) => (
          <li key={place.code}>
            <a href={placeHref(place.code, page.held)}>All figures of {nameInSentence(place.name)}</a>
          </li>
        ))}
      </ul>
      {page.few ? <p className="muster-coverage muster-coverage--few">{page.few}</p> : null}
      {topics.map(({ id, title, rows }) => (
        <section aria-labelledby={id} className="muster-compare" key={id}>
          <h2 id={id}>{title}</h2>
          <Table
            caption={`${title}. ${name}`}
            captionHidden
            compact
            stacks
            columns={[{ heading: "Measure" }, ...places.map((place) => ({ heading: shortName(place.name) }))]}
            rows={rows.map((row) => ({
              key: row.measure,
              cells: [
                <a href={measureHref(first.code, row.measure, page.held)} key="link">
                  {row.title}
                </a>,
                ...row.cells.map((cell) => <Cell cell={cell} key={cell.figure.href} />),
              ],
            }))}
          />
        </section>
      ))}
    </>
  );
}

function Cell({ cell: { figure, against } }: { cell: ComparedCell }) {
  const between = figure.range === null ? null : `between ${figure.range.replace(" to ", " and ")}`;
  const range = [between, figure.from].filter((part) => part !== null).join(", ");
  return (
    <>
      <strong>{[figure.text, figure.unit].filter(Boolean).join(" ")}</strong>
      {[range, figure.why, against].map((more) =>
        more ? (
          <span className="muster-more" key={more}>
            {more}
          </span>
        ) : null,
      )}
    </>
  );
}
