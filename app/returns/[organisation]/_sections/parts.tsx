import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { SummaryList } from "@/app/_components/nhs/summary-list";
import { Tag } from "@/app/_components/nhs/tag";
import { formatInstant } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";
import type { KeptRepair } from "@/lib/returns/before-sending/agreed-repairs";
import type { Severity } from "@/lib/returns/report";
import type { DraftPart, ReturnView } from "@/lib/services/returns/read-return";
import { formatBytes } from "./format";
import { partTitle } from "./upload-parts";

const NAMES: Record<Severity, [string, string]> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  notice: ["notice", "notices"],
};

/** The files in work, what the checks say of each, and what each was mended on the way in. */
export function Parts({ view, mayChange }: { view: ReturnView; mayChange: (unit: string) => boolean }) {
  return (
    <section>
      <h2 id="files">Your files</h2>
      {view.draft.length === 0 ? <p>No file has been received yet.</p> : null}
      {view.draft.map((part) => (
        <PartPanel key={part.id} part={part} view={view} mayChange={mayChange(part.serviceUnit)} />
      ))}
    </section>
  );
}

function PartPanel({ part, view, mayChange }: { part: DraftPart; view: ReturnView; mayChange: boolean }) {
  const title = `${partTitle(part.part)}${part.serviceUnit ? `, ${part.serviceUnit}` : ""}`;
  const findings = `/returns/${view.organisation}/findings/${part.id}`;
  return (
    <div className="muster-panel" id={`part-${part.serviceUnit === "" ? part.part : part.id}`}>
      <h3>
        {title} <Verdict part={part} />
      </h3>
      <SummaryList
        rows={[
          { key: "File", value: `${part.fileName} (${formatBytes(part.byteCount)})` },
          { key: "Received", value: formatInstant(part.receivedAt) },
          { key: "Rows read", value: formatCount(part.rows) },
          ...(["error", "warning", "notice"] as const).map((severity) => ({
            key: `${NAMES[severity][1][0]?.toUpperCase()}${NAMES[severity][1].slice(1)}`,
            value: countWords(part, severity),
          })),
        ]}
      />
      {part.repairs.length > 0 ? (
        <Details summary={`What was put right on the way in (${part.repairs.length})`}>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {part.repairs.map((repair) => (
              <li key={repair.code}>
                {repair.message} ({formatCount(repair.count)}){agreedWords(repair)}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <ul className="muster-actions">
        {part.counts.length > 0 ? (
          <li>
            <a href={findings}>
              See every finding<span className="nhsuk-u-visually-hidden"> of {title}</span>
            </a>
          </li>
        ) : null}
        {part.part === "assets" && part.verdict === "accepted" ? (
          <li>
            <a href={`/returns/${view.organisation}/sums/${part.id}`}>
              What it adds up to<span className="nhsuk-u-visually-hidden">, {title}</span>
            </a>
          </li>
        ) : null}
        {part.bytesKept ? (
          <li>
            <a href={`/returns/${view.organisation}/files/${part.id}`}>
              Download as sent<span className="nhsuk-u-visually-hidden"> of {title}</span>
            </a>
          </li>
        ) : null}
        {mayChange ? (
          <li>
            <form action={`/returns/${view.organisation}/remove`} method="post">
              <input type="hidden" name="census" value={view.census} />
              <input type="hidden" name="part" value={part.part} />
              <input type="hidden" name="unit" value={part.serviceUnit} />
              <Button variant="secondary" small>
                Take out<span className="nhsuk-u-visually-hidden"> {title}</span>
              </Button>
            </form>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** That the sender was asked of a repair, and what of the file that was received needs it no more. */
const agreedWords = ({ agreed, beforeSending }: KeptRepair): string =>
  agreed === undefined ? "" : `: agreed to${beforeSending ? ", and made before the file was sent" : ""}`;

function Verdict({ part }: { part: DraftPart }) {
  if (part.verdict === "errors") return <Tag colour="red">Has errors</Tag>;
  const open = part.counts.some(({ severity, reason }) => severity === "warning" && reason === null);
  return open ? <Tag colour="orange">Warnings to explain</Tag> : <Tag colour="green">Accepted</Tag>;
}

function countWords(part: DraftPart, severity: Severity): string {
  const counts = part.counts.filter((count) => count.severity === severity);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return "None";
  const rules = counts.length === 1 ? "of one rule" : `of ${counts.length} rules`;
  const open = counts.filter(({ reason }) => reason === null).length;
  const reasons =
    severity !== "warning" ? "" : open === 0 ? "; each has its reason" : `; ${open} of them without a reason`;
  return `${formatCount(total)} ${NAMES[severity][total === 1 ? 0 : 1]}, ${rules}${reasons}`;
}
