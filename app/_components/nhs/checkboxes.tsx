type CheckboxesProps = {
  legend: string;
  name: string;
  options: readonly { value: string; text: string }[];
  /** The values that are ticked. */
  ticked: readonly string[];
  /** Told before the legend to who cannot see what it stands under. */
  of?: string;
  legendHidden?: boolean;
};

/** Any of several, small and side by side where there is room. */
export function Checkboxes({ legend, name, options, ticked, of, legendHidden }: CheckboxesProps) {
  return (
    <fieldset className="nhsuk-fieldset muster-ticks">
      <legend className={legendHidden ? "nhsuk-u-visually-hidden" : "nhsuk-fieldset__legend"}>
        {of ? <span className="nhsuk-u-visually-hidden">{of}: </span> : null}
        {legend}
      </legend>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small muster-columns">
        {options.map(({ value, text }) => (
          <div className="nhsuk-checkboxes__item" key={value}>
            <input
              className="nhsuk-checkboxes__input"
              id={`${name}-${value}`}
              name={name}
              type="checkbox"
              value={value}
              defaultChecked={ticked.includes(value)}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${name}-${value}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
