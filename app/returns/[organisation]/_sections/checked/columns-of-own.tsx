import { useId, useRef, useState } from "react";
import type { UnknownHeader } from "@/lib/returns/before-sending/unknown-header";
import { PART_NAMES, type PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { PortableContext } from "@/lib/returns/portable-context";
import { headerSpellings } from "@/lib/returns/reading/match-headers";
import { spelling } from "@/lib/returns/reading/spelling";
import { WordTable } from "../../mapping/_sections/word-table";
import { keepWords } from "./keep-words";

type ColumnsOfOwnProps = {
  /** The part that it was taken for. */
  taken: PartName;
  header: UnknownHeader;
  context: PortableContext;
  /** What the file is, and the mapping that is now kept. */
  onMapped: (part: PartName, newer: PortableContext) => void;
};

/** A file of which no column is known: its sender says which part it is, and what each of its columns means. */
export function ColumnsOfOwn({ taken, header, context, onMapped }: ColumnsOfOwnProps) {
  const [part, setPart] = useState(taken);
  const [problem, setProblem] = useState<string | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const which = useId();
  const known = headerSpellings(PARTS[part]);

  async function keep() {
    const kept = await keepWords(fields.current, context);
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) onMapped(part, kept.context);
  }

  return (
    <details className="nhsuk-details muster-words" open>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Say once what its columns mean</span>
      </summary>
      <div className="nhsuk-details__text" ref={fields}>
        <p>
          The line that looks like the header is “{header.headers.slice(0, 3).join(", ")}
          {header.headers.length > 3 ? ", …" : ""}”. Say which part the file is, and what each column means;
          it is remembered for your organisation, this year and next.
        </p>
        {problem ? (
          <p className="nhsuk-error-message">
            <span className="nhsuk-u-visually-hidden">Error:</span> {problem}
          </p>
        ) : null}
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={which}>
            Which part is this file?
          </label>
          <select
            className="nhsuk-select"
            id={which}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value as PartName)}
          >
            {PART_NAMES.map((name) => (
              <option value={name} key={name}>
                {PARTS[name].title}
              </option>
            ))}
          </select>
        </div>
        <WordTable
          key={part}
          part={PARTS[part]}
          words={header.headers
            .filter((theirs) => !known.has(spelling(theirs)))
            .map((theirs) => ({ column: null, theirs, count: 1, lines: [] }))}
          categories={context.categories}
          samples={header.samples}
        />
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
