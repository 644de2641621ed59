import { Table } from "@/app/_components/nhs/table";
import type { Notice } from "@/app/_session/notice";
import { formatCount } from "@/lib/format/number";
import { isOfOneCell } from "@/lib/returns/correctable";
import type { FindingFilter } from "@/lib/returns/group-findings";
import type { Part, PartName } from "@/lib/returns/part";
import type { Finding } from "@/lib/returns/report";
import { ruleTitle } from "../../../_sections/severity";
import { askHref } from "../../../queries/about-query";
import { findingsHref } from "../search-params";
import { CorrectForm } from "./correct-form";

/** What a finding's cell is corrected with; null where it cannot be. */
export type Correcting = { page: string; part: Part; filter: FindingFilter; notice: Notice | null } | null;

/** Where a finding is asked about, and the file that it is in; null for who does not ask. */
export type Asking = { queries: string; part: PartName; unit: string } | null;

type FindingRowsProps = {
  code: string;
  findings: readonly Finding[];
  correcting: Correcting;
  asking: Asking;
  /** So many rows have a form beside them; the others lead to one. */
  forms: number;
};

/** The findings of one rule: where, as declared and as the sender wrote it, what stands there, what is wrong, the mend. */
export function FindingRows({ code, findings, correcting, asking, forms }: FindingRowsProps) {
  const correctable = correcting !== null && findings.some(isOfOneCell);
  return (
    <div className="muster-findings">
      <Table
        caption={`Findings: ${ruleTitle(code)}`}
        captionHidden
        compact
        columns={[
          { heading: "Line" },
          { heading: "Column" },
          { heading: "Value" },
          { heading: "What is wrong, and how to mend it" },
          ...(correctable ? [{ heading: "Correct it here" }] : []),
        ]}
        rows={findings.map((finding, index) => ({
          key: String(index),
          cells: [
            <Line key="line" finding={finding} />,
            <Place key="place" finding={finding} />,
            <Value key="value" value={finding.value} />,
            <div key="message">
              {finding.message}
              <span className="muster-mend">{finding.mend}</span>
              {asking ? <Ask finding={finding} asking={asking} /> : null}
            </div>,
            ...(correctable
              ? [<Correct key="correct" finding={finding} correcting={correcting} here={index < forms} />]
              : []),
          ],
        }))}
      />
    </div>
  );
}

function Ask({ finding, asking }: { finding: Finding; asking: NonNullable<Asking> }) {
  const { code, line, column, header, value } = finding;
  const name = column ?? header;
  return (
    <a className="muster-ask" href={askHref(asking.queries, { ...asking, code, line, column: name, value })}>
      Ask about this
      <span className="nhsuk-u-visually-hidden">
        : {[name, line === null ? null : `line ${formatCount(line)}`].filter(Boolean).join(", ")}
      </span>
    </a>
  );
}

function Line({ finding: { line } }: { finding: Finding }) {
  if (line === null) return "File";
  return (
    <>
      <span className="muster-findings__line">Line </span>
      {formatCount(line)}
    </>
  );
}

function Place({ finding: { column, header, position } }: { finding: Finding }) {
  if (column === null && header === null) return "–";
  return (
    <>
      {column ?? header}
      {header !== null && header !== column ? (
        <span className="muster-mend">in your file: {header}</span>
      ) : null}
      {position === null ? null : <span className="nhsuk-u-visually-hidden"> (column {position})</span>}
    </>
  );
}

function Value({ value }: { value: string | null }) {
  if (value === null) return "–";
  return value === "" ? <i>empty</i> : <code className="muster-value">{value}</code>;
}

function Correct({
  finding,
  correcting,
  here,
}: {
  finding: Finding;
  correcting: NonNullable<Correcting>;
  here: boolean;
}) {
  if (!isOfOneCell(finding)) return "–";
  const { page, part, filter, notice } = correcting;
  const { code, line, column, position } = finding;
  const of = `${column} on line ${formatCount(line)}`;
  if (!here)
    return (
      <a href={findingsHref(page, { rule: code, search: `line ${line}` })}>
        Correct<span className="nhsuk-u-visually-hidden"> {of}</span>
      </a>
    );
  return (
    <CorrectForm
      page={page}
      id={`cell-${code}-${line}-${position}`}
      code={code}
      position={position}
      where={{ line }}
      now={finding.value ?? ""}
      column={part.columns.find(({ name }) => name === column)}
      label={<span className="nhsuk-u-visually-hidden">What should stand in {of}</span>}
      button={
        <>
          Correct<span className="nhsuk-u-visually-hidden"> {of}</span>
        </>
      }
      filter={filter}
      notice={notice}
    />
  );
}
