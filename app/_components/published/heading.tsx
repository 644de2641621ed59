import type { ReactNode } from "react";

/** The name of a page with what it is over it, as one heading. */
export function PlaceHeading({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <h1 className="nhsuk-heading-xl muster-heading">
      <span className="nhsuk-caption-xl">{caption}</span>
      <span className="nhsuk-u-visually-hidden"> - </span>
      {children}
    </h1>
  );
}
