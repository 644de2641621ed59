import { describedBy, Field, type FieldProps } from "./field";

type SelectFieldProps = FieldProps & {
  name: string;
  value?: string;
  options: readonly { value: string; text: string }[];
};

/** One of many. */
export function SelectField({ name, value, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select
        className="nhsuk-select"
        id={field.id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(field)}
      >
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
