import { describedBy, Field, type FieldProps } from "./field";

type TextFieldProps = FieldProps & {
  name: string;
  value?: string;
  type?: "text" | "email" | "password";
  autoComplete?: string;
  required?: boolean;
  /** Characters that it should look long enough for. */
  width?: 5 | 10 | 20;
  /** So many lines of text in place of one. */
  lines?: number;
};

/** One line of text, or several. */
export function TextField({
  name,
  value,
  type = "text",
  autoComplete,
  required,
  width,
  lines,
  ...field
}: TextFieldProps) {
  const shared = {
    id: field.id,
    name,
    defaultValue: value,
    "aria-describedby": describedBy(field),
    "aria-invalid": field.error ? true : undefined,
    autoComplete,
    required,
  };
  const wrong = (kind: string) => (field.error ? ` nhsuk-${kind}--error` : "");
  return (
    <Field {...field}>
      {lines ? (
        <textarea className={`nhsuk-textarea${wrong("textarea")}`} rows={lines} {...shared} />
      ) : (
        <input
          className={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ""}${wrong("input")}`}
          type={type}
          spellCheck={type === "text" ? undefined : false}
          {...shared}
        />
      )}
    </Field>
  );
}
