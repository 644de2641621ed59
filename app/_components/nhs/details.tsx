import type { ReactNode } from "react";

/** Something the reader may open; it works without a script. */
export function Details({
  summary,
  open,
  narrow,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  /** Where there is room it stands open and has no summary (see muster.css). */
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={narrow ? "nhsuk-details muster-fold" : "nhsuk-details"} open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
