import type { ReactNode } from "react";

type TickProps = {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  describedBy?: string;
  children: ReactNode;
};

/** A box to tick, whose state the page holds. */
export function Tick({ id, checked, onChange, describedBy, children }: TickProps) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          id={id}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={describedBy}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          {children}
        </label>
      </div>
    </div>
  );
}
