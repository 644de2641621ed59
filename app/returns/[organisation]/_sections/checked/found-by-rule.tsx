import { type ReactNode, useState } from "react";
import { Table } from "@/app/_components/nhs/table";
import { Tag } from "@/app/_components/nhs/tag";
import { formatCount } from "@/lib/format/number";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import type { Finding, RuleCount } from "@/lib/returns/report";
import { severityWords } from "./severity-words";

/** What was found in a file, rule by rule: errors and warnings open, hints folded away. */
export function FoundByRule({ judged: { report, titles } }: { judged: JudgedFile }) {
  const shown = report.findings.length;
  const all = report.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {shown < all ? (
        <p>
          The first {formatCount(shown)} of {formatCount(all)} findings are shown here; all of them are in the
          download.
        </p>
      ) : null}
      {report.counts.map((count) => (
        <OfRule
          key={`${count.severity} ${count.code}`}
          count={count}
          title={titles[count.code] ?? count.code}
          findings={report.findings.filter(({ code }) => code === count.code)}
        />
      ))}
    </>
  );
}

type OfRuleProps = { count: RuleCount; title: string; findings: readonly Finding[] };

function OfRule({ count: { code, severity, count }, title, findings }: OfRuleProps) {
  const [open, setOpen] = useState(severity !== "notice");
  const { word, colour } = severityWords(severity);
  const mends = new Set(findings.map(({ mend }) => mend));
  const mend = mends.size === 1 ? findings[0]?.mend : null;
  return (
    <details
      className="nhsuk-details muster-found"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="nhsuk-details__summary">
        <Tag colour={colour}>{word}</Tag>{" "}
        <span className="nhsuk-details__summary-text">
          {title}: {formatCount(count)} {count === 1 ? "time" : "times"}
        </span>
      </summary>
      {open ? (
        <div className="nhsuk-details__text">
          <p>
            {mend}{" "}
            <a href={`/methods/rules#${code}`}>
              Why this is asked<span className="nhsuk-u-visually-hidden">: {title}</span>
            </a>
          </p>
          {findings.length === 0 ? <p>They are in the download.</p> : null}
          {findings.length > 0 ? <Places findings={findings} title={title} withMend={!mend} /> : null}
        </div>
      ) : null}
    </details>
  );
}

function Places({
  findings,
  title,
  withMend,
}: {
  findings: readonly Finding[];
  title: string;
  withMend: boolean;
}) {
  return (
    <div className="muster-findings">
      <Table
        caption={title}
        captionHidden
        compact
        columns={[
          { heading: "Line" },
          { heading: "Column" },
          { heading: "Value" },
          { heading: "What is wrong" },
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
            <Value key="value" value={finding.value} />,
            <div key="message">
              {finding.message}
              {withMend ? <span className="muster-mend">{finding.mend}</span> : null}
            </div>,
          ],
        }))}
      />
    </div>
  );
}

function Column({ finding: { column, header } }: { finding: Finding }): ReactNode {
  if (column === null && header === null) return "–";
  return (
    <>
      {column ?? header}
      {header !== null && header !== column && column !== null ? (
        <span className="muster-mend">in your file: {header}</span>
      ) : null}
    </>
  );
}

function Value({ value }: { value: string | null }): ReactNode {
  if (value === null) return "–";
  return value === "" ? <i>empty</i> : <code className="muster-value">{value}</code>;
}
