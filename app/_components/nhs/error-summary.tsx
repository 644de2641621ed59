/** What stopped a form, each with a link to where it can be mended. */
export function ErrorSummary({ errors }: { errors: readonly { text: string; href?: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.text}>{error.href ? <a href={error.href}>{error.text}</a> : error.text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
