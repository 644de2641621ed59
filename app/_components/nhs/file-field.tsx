import { describedBy, Field, type FieldProps } from "./field";

/** A file of the reader's own. */
export function FileField({ name, accept, ...field }: FieldProps & { name: string; accept: string }) {
  return (
    <Field {...field}>
      <input
        className="nhsuk-file-upload__input muster-file"
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
      />
    </Field>
  );
}
