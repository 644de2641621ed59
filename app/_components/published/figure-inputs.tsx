import type { FigureInput } from "@/lib/published/figure-inputs";
import type { OneFigure } from "@/lib/services/published/figure-page";
import { Table } from "../nhs/table";

const SIGNS: Readonly<Record<FigureInput["sign"], string>> = {
  1: "",
  [-1]: "less ",
  0.5: "half of ",
  [-0.5]: "less half of ",
};

/** The published figures that a rate is formed from; a count is none of others. */
export function FigureInputs({ page }: { page: OneFigure }) {
  const { inputs, note, pooled } = page;
  if (inputs.length === 0)
    return <p>It is a figure of its own, and is formed from no other that is published.</p>;
  const divided = inputs.some(({ part }) => part === "denominator");
  return (
    <>
      {pooled > 1 ? (
        <p>
          It rests on {pooled} censuses, whose numerators and denominators are added. Those of this census
          are:
        </p>
      ) : null}
      <Table
        caption={`Published figures that it is formed from. Census of ${note.census}, release ${note.number}.${note.synthetic ? " Synthetic data." : ""}`}
        compact
        columns={[
          { heading: "Figure" },
          ...(divided ? [{ heading: "Part" }] : []),
          { heading: "Value", numeric: true },
          { heading: "Range", numeric: true },
        ]}
        rows={inputs.map(({ part, sign, title, text, range, href }) => ({
          key: `${part} ${href}`,
          cells: [
            <span key="title">
              {SIGNS[sign]}
              <a href={href}>{title}</a>
            </span>,
            ...(divided ? [part === "numerator" ? "Numerator" : "Denominator"] : []),
            text,
            range ?? "–",
          ],
        }))}
      />
    </>
  );
}
