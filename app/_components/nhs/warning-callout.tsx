import type { ReactNode } from "react";

/** A warning that must not be missed. `level` is that of its heading. */
export function WarningCallout({
  heading,
  level = 2,
  children,
}: {
  heading: string;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__heading-container">
        <Heading className="nhsuk-card__heading">
          {/* A screen reader says what the colour says, unless the words already do. */}
          {/important/i.test(heading) ? null : <span className="nhsuk-u-visually-hidden">Important: </span>}
          {heading}
        </Heading>
      </div>
      <div className="nhsuk-card__content">{children}</div>
    </div>
  );
}
