import type { ReactNode } from "react";
import { describedBy, type FieldProps, HintAndError } from "./field";

type RadiosProps = FieldProps & {
  name: string;
  value?: string;
  options: readonly { value: string; text: ReactNode; hint?: ReactNode }[];
};

/** One of a few. The first radio has the group's id, so that an error can link to it. */
export function Radios({ name, value, options, ...field }: RadiosProps) {
  return (
    <div className={field.error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group"}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(field)}>
        <legend className="nhsuk-fieldset__legend">{field.label}</legend>
        <HintAndError {...field} />
        <div className="nhsuk-radios">
          {options.map((option, index) => {
            const id = index === 0 ? field.id : `${field.id}-${option.value}`;
            return (
              <div className="nhsuk-radios__item" key={option.value}>
                <input
                  className="nhsuk-radios__input"
                  id={id}
                  name={name}
                  type="radio"
                  value={option.value}
                  defaultChecked={option.value === value}
                  aria-describedby={option.hint ? `${id}-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
                  {option.text}
                </label>
                {option.hint ? (
                  <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-hint`}>
                    {option.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
