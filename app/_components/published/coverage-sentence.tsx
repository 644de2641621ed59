import type { Coverage } from "@/lib/published/coverage";

type CoverageSentenceProps = {
  coverage: Coverage | null;
  /** Where on the page it stands, seen from the figures. */
  at: "above" | "below";
};

/** How many answered: below the figures, or above them where so few did that the figures mislead without it. */
export function CoverageSentence({ coverage, at }: CoverageSentenceProps) {
  if (!coverage || coverage.few !== (at === "above")) return null;
  return coverage.few ? (
    <p className="muster-coverage muster-coverage--few">
      <span className="nhsuk-u-visually-hidden">Important: </span>
      {coverage.sentence}
    </p>
  ) : (
    <p className="muster-coverage">{coverage.sentence}</p>
  );
}
