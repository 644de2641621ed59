import type { ReactNode } from "react";

/** Something that has gone wrong and that nobody has asked about. */
export function WarningCallout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="nhsuk-warning-callout">
      <h3 className="nhsuk-warning-callout__label">
        <span>
          <span className="nhsuk-u-visually-hidden">Important: </span>
          {title}
        </span>
      </h3>
      {children}
    </div>
  );
}
