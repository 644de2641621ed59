import { Table } from "@/app/_components/nhs/table";
import { Tag } from "@/app/_components/nhs/tag";
import { formatCount } from "@/lib/format/number";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import type { Finding, Severity } from "@/lib/returns/report";
import { ruleTitle, severityTag } from "./severity";

type FindingsTableProps = {
  page: string;
  findings: readonly Finding[];
  filter: { severity?: Severity; rule?: string };
  total: number;
  limit: number;
  /** False where more were found of a rule than were kept, and they cannot be made again. */
  allInDownload: boolean;
};

/** Findings one by one: line, column as declared and as the sender wrote it, the value, what is wrong, the mend. */
export function FindingsTable({ page, findings, filter, total, limit, allInDownload }: FindingsTableProps) {
  const filtered = filter.severity !== undefined || filter.rule !== undefined;
  return (
    <section>
      <h2 id="table">Finding by finding</h2>
      <ul className="muster-actions">
        <li>{filtered ? <a href={`${page}#table`}>All</a> : <strong>All</strong>}</li>
        {(["error", "warning", "notice"] as const).map((severity) => (
          <li key={severity}>
            {filter.severity === severity ? (
              <strong>{severityTag(severity).text}s</strong>
            ) : (
              <a href={`${page}?severity=${severity}#table`}>{severityTag(severity).text}s</a>
            )}
          </li>
        ))}
        {filter.rule ? (
          <li>
            <strong>Only: {ruleTitle(filter.rule)}</strong>
          </li>
        ) : null}
      </ul>
      {total > limit ? (
        <p>
          The first {formatCount(limit)} of {formatCount(total)} are shown.{" "}
          {allInDownload
            ? "All are in the download."
            : `Of each rule the first ${formatCount(KEPT_OF_A_RULE)} were kept: the download holds those, and says of how many.`}
        </p>
      ) : null}
      {findings.length === 0 ? <p>There is no such finding.</p> : null}
      {findings.length > 0 ? (
        <div className="muster-findings">
          <Table
            caption="Findings"
            captionHidden
            compact
            columns={[
              { heading: "Line" },
              { heading: "Column" },
              { heading: "Value" },
              { heading: "What is wrong, and how to mend it" },
            ]}
            rows={findings.map((finding, index) => ({
              key: String(index),
              cells: [
                finding.line === null ? (
                  "File"
                ) : (
                  <>
                    <span className="muster-findings__line">Line </span>
                    {formatCount(finding.line)}
                  </>
                ),
                <Column key="column" finding={finding} />,
                finding.value === null ? (
                  "–"
                ) : finding.value === "" ? (
                  <i key="value">empty</i>
                ) : (
                  <code className="muster-value" key="value">
                    {finding.value}
                  </code>
                ),
                <div key="message">
                  <Tag colour={severityTag(finding.severity).colour}>
                    {severityTag(finding.severity).text}
                  </Tag>{" "}
                  {finding.message}
                  <span className="muster-mend">{finding.mend}</span>
                </div>,
              ],
            }))}
          />
        </div>
      ) : null}
    </section>
  );
}

function Column({ finding: { column, header, position } }: { finding: Finding }) {
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
