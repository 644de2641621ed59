import type { ReactNode } from "react";

export type SummaryRow = {
  key: string;
  value: ReactNode;
  action?: { href: string; text: string; of?: string };
};

/** Keys and values, each with at most one thing to do about it. */
export function SummaryList({ rows, borders = true }: { rows: readonly SummaryRow[]; borders?: boolean }) {
  const hasActions = rows.some((row) => row.action);
  return (
    <dl className={borders ? "nhsuk-summary-list" : "nhsuk-summary-list nhsuk-summary-list--no-border"}>
      {rows.map((row) => (
        <div
          className={
            hasActions && !row.action
              ? "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions"
              : "nhsuk-summary-list__row"
          }
          key={row.key}
        >
          <dt className="nhsuk-summary-list__key">{row.key}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.action ? (
            <dd className="nhsuk-summary-list__actions">
              <a href={row.action.href}>
                {row.action.text}
                <span className="nhsuk-u-visually-hidden"> {row.action.of ?? row.key}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
