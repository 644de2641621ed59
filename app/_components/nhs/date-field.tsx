import { describedBy, type FieldProps, HintAndError } from "./field";

type DateFieldProps = FieldProps & {
  /** What the three fields are called: `name-day`, `name-month`, `name-year`. */
  name: string;
  /** What had been typed in each, by those names. */
  values?: Readonly<Record<string, string | undefined>>;
};

const PIECES = [
  { piece: "day", label: "Day", width: 2 },
  { piece: "month", label: "Month", width: 2 },
  { piece: "year", label: "Year", width: 4 },
] as const;

/** A date that its giver knows by heart: day, month and year. The day has the field's id, so that an error can link to it. */
export function DateField({ name, values, ...field }: DateFieldProps) {
  return (
    <div className={field.error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group"}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(field)}>
        <legend className="nhsuk-fieldset__legend">{field.label}</legend>
        <HintAndError {...field} />
        <div className="nhsuk-date-input">
          {PIECES.map(({ piece, label, width }, index) => {
            const id = index === 0 ? field.id : `${field.id}-${piece}`;
            return (
              <div className="nhsuk-date-input__item" key={piece}>
                <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                  {label}
                </label>
                <input
                  className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${field.error ? " nhsuk-input--error" : ""}`}
                  id={id}
                  name={`${name}-${piece}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={values?.[`${name}-${piece}`]}
                  aria-invalid={field.error ? true : undefined}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
