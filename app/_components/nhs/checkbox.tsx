import type { ReactNode } from "react";

type CheckboxProps = { id: string; name: string; value: string; children: ReactNode };

/** One box to tick. */
export function Checkbox({ id, name, value, children }: CheckboxProps) {
  return (
    <div className="nhsuk-form-group">
      <div className="nhsuk-checkboxes">
        <div className="nhsuk-checkboxes__item">
          <input className="nhsuk-checkboxes__input" id={id} name={name} type="checkbox" value={value} />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
            {children}
          </label>
        </div>
      </div>
    </div>
  );
}
