import type { OneFigure } from "@/lib/services/published/figure-page";
import { Table } from "../nhs/table";

/** The figure in every release, with how far the shown one differs from each. */
export function FigureHistory({ page }: { page: OneFigure }) {
  const { history, release, note } = page;
  const correction = note.correction && history.find((one) => one.release === note.correction?.number);
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">In every release</h2>
      {correction ? (
        <p id="corrected">
          Release {correction.release} corrects this one.{" "}
          {correction.change === "None"
            ? "Its figure is the same."
            : `There it is ${told(correction)}, and here ${told(page.shown)}.`}
        </p>
      ) : null}
      <Table
        caption={`${page.title}, ${page.place.name}: as each release has it.${note.synthetic ? " Synthetic data." : ""}`}
        captionHidden
        compact
        stacks
        columns={[
          { heading: "Release" },
          { heading: "Census" },
          { heading: "Standing" },
          { heading: "Figure" },
          { heading: "Range" },
          { heading: `From there to release ${release.number}` },
        ]}
        rows={history.map((one) => ({
          key: String(one.release),
          cells: [
            one.href === null ? (
              String(one.release)
            ) : (
              <a href={one.href} key="release">
                {one.release}
              </a>
            ),
            one.census,
            one.standing,
            one.text,
            one.range ?? "–",
            one.release === release.number ? "This release" : (one.change ?? "–"),
          ],
        }))}
      />
    </section>
  );
}

const told = ({ text, range }: { text: string; range: string | null }) =>
  range === null ? text : `${text} (${range})`;
