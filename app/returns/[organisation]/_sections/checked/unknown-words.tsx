import { useRef, useState } from "react";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import { PARTS } from "@/lib/returns/parts";
import type { PortableContext } from "@/lib/returns/portable-context";
import { RoleDecision } from "../../mapping/_sections/role-decision";
import { WordTable } from "../../mapping/_sections/word-table";
import { keepWords } from "./keep-words";

type UnknownWordsProps = {
  judged: JudgedFile;
  context: PortableContext;
  /** The mapping that is now kept. */
  onMapped: (newer: PortableContext) => void;
};

/** Headers and values of a file in the trust's own words, to say once what they mean. */
export function UnknownWords({ judged, context, onMapped }: UnknownWordsProps) {
  const fields = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { organisation } = context;

  async function keep() {
    const kept = await keepWords(fields.current, context);
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) onMapped(kept.context);
  }

  return (
    <details className="nhsuk-details muster-words" open={judged.words.some(({ column }) => column !== null)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Say once what your own words mean: {judged.words.length}{" "}
          {judged.words.length === 1 ? "word" : "words"} not understood
        </span>
      </summary>
      <div className="nhsuk-details__text" ref={fields}>
        <p>
          It is remembered for your organisation, this year and next.{" "}
          <a href={`/returns/${organisation}/mapping?census=${context.census}`}>All that is remembered</a>
        </p>
        {problem ? (
          <p className="nhsuk-error-message">
            <span className="nhsuk-u-visually-hidden">Error:</span> {problem}
          </p>
        ) : null}
        <WordTable
          part={PARTS[judged.part]}
          words={judged.words}
          categories={context.categories}
          samples={judged.samples}
        />
        {judged.words.some(({ column }) => column === "role") ? <RoleDecision /> : null}
        <button
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          type="button"
          onClick={() => void keep()}
        >
          Remember, and check again
        </button>
      </div>
    </details>
  );
}
