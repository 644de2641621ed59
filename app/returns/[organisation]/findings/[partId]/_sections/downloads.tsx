import { allCanBeGiven } from "@/lib/services/returns/read-every-finding";
import type { ReadFindings } from "@/lib/services/returns/read-findings";

/** The findings as a file, the file with the findings beside its rows, and the file as it came. */
export function Downloads({ page, file, part }: { page: string; file: string; part: ReadFindings["part"] }) {
  return (
    <ul className="muster-actions">
      <li>
        <a href={`${page}/csv`}>
          {allCanBeGiven(part) ? "Download every finding (CSV)" : "Download the findings (CSV)"}
        </a>
      </li>
      {part.bytesKept ? (
        <>
          <li>
            <a href={`${page}/annotated`}>Download your file with the findings beside each row (CSV)</a>
          </li>
          <li>
            <a href={file}>Download the file as sent</a>
          </li>
        </>
      ) : null}
    </ul>
  );
}
