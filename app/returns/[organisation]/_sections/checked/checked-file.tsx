import type { ReactNode } from "react";
import { Tag, type TagColour } from "@/app/_components/nhs/tag";
import { formatCount } from "@/lib/format/number";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import { FoundByRule } from "./found-by-rule";
import { foundInWords } from "./severity-words";
import type { ChosenFile } from "./use-checked-files";

type CheckedFileProps = {
  title: string;
  chosen: ChosenFile;
  judged: JudgedFile;
  onRemove: () => void;
  onList: () => void;
  onAnnotate: () => void;
  children?: ReactNode;
};

/** What one file came to, before anything of it was sent. */
export function CheckedFile({
  title,
  chosen,
  judged,
  onRemove,
  onList,
  onAnnotate,
  children,
}: CheckedFileProps) {
  const { report, obstacle } = judged;
  const tag = verdictTag(judged);
  const heading = `checked-${judged.part}`;
  return (
    <section className="muster-panel muster-checked" aria-labelledby={heading}>
      <h4 id={heading}>
        {title} <Tag colour={tag.colour}>{tag.text}</Tag>
      </h4>
      <p>
        {chosen.file.name}
        {report.verdict === "refused"
          ? ""
          : `: ${formatCount(report.rows)} ${report.rows === 1 ? "row" : "rows"}, ${foundInWords(report.counts)}`}
        .{" "}
        <button className="muster-link-button" type="button" onClick={onRemove}>
          Put {chosen.file.name} aside
        </button>
      </p>
      {report.refusal ? (
        <p>
          {report.refusal.message} {report.refusal.mend}
        </p>
      ) : null}
      {obstacle === "personal-data" ? (
        <p>
          <strong>It seems to hold personal data, so it stays here.</strong> Take out what is named below,
          then drop it again.
        </p>
      ) : null}
      {children}
      {report.counts.length > 0 ? (
        <>
          <FoundByRule judged={judged} />
          <ul className="muster-actions">
            <li>
              <button className="muster-link-button" type="button" onClick={onList}>
                Download every finding of {chosen.file.name}
              </button>
            </li>
            {report.verdict === "refused" ? null : (
              <li>
                <button className="muster-link-button" type="button" onClick={onAnnotate}>
                  Download {chosen.file.name} with the findings beside each row
                </button>
              </li>
            )}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function verdictTag({ report, obstacle }: JudgedFile): { text: string; colour: TagColour } {
  if (report.verdict === "refused") return { text: "Cannot be taken", colour: "red" };
  if (obstacle === "personal-data") return { text: "Personal data", colour: "red" };
  if (report.verdict === "errors") return { text: "Has errors", colour: "red" };
  return report.counts.some(({ severity }) => severity === "warning")
    ? { text: "Warnings to explain", colour: "orange" }
    : { text: "Nothing wrong", colour: "green" };
}
