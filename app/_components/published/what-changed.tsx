import type { Changes } from "@/lib/published/changes";
import { Details } from "../nhs/details";
import { Table } from "../nhs/table";

type WhatChangedProps = {
  changes: Changes | null;
  /** The place in a sentence. */
  name: string;
  /** Census and release, for the table's name. */
  note: string;
  /** The measure that the page itself is of. */
  here?: string;
  /** Whether its table is folded where there is little room. */
  folds?: boolean;
};

/** This release against the one before: what it was, what it is, and what may be said of the difference. */
export function WhatChanged({ changes, ...more }: WhatChangedProps) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed</h2>
      {changes ? <Against changes={changes} {...more} /> : <FirstOfAll />}
    </section>
  );
}

const FirstOfAll = () => <p>There is no earlier release to hold these figures against.</p>;

function Against({ changes, name, note, here, folds }: WhatChangedProps & { changes: Changes }) {
  const { before } = changes;
  if (before.href === null)
    return (
      <p>
        Nothing can be compared: release {before.number} ({before.words}) has no figures for {name}.
      </p>
    );
  const table = (
    <Table
      caption={`${name.charAt(0).toUpperCase() + name.slice(1)}, release ${before.number} and now. ${note}`}
      captionHidden
      compact
      columns={[
        { heading: "Measure" },
        { heading: `Release ${before.number}`, numeric: true },
        { heading: "Now", numeric: true },
        { heading: "Change" },
      ]}
      rows={changes.rows.map((row) => ({
        key: row.measure,
        cells: [
          row.measure === here ? (
            row.title
          ) : (
            <a href={row.href} key="link">
              {row.title}
            </a>
          ),
          row.earlier,
          row.now,
          row.change,
        ],
      }))}
    />
  );
  return (
    <>
      <p>
        Against the <a href={before.href}>{before.words}</a>
        {before.corrected ? ", which this release corrects" : ""}.{" "}
        {[changes.answered, changes.byAnswers, ...changes.remarks].filter(Boolean).join(" ")}
      </p>
      {folds ? (
        <Details narrow summary="Measure by measure">
          {table}
        </Details>
      ) : (
        table
      )}
    </>
  );
}
