import { FILLED_FILES } from "@/lib/returns/filled/filled-files";

/** Whole example files, each of which is accepted as it stands. */
export function FilledExamples() {
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Ways of saying it</h2>
      <p>
        Workforce can be said in four ways, and all four come to the same figures. Take the one that is
        nearest to what your systems give. Every file here is made up, for one small department, and is
        accepted as it stands; <code>RJ1</code> is where your own organisation’s code goes.
      </p>
      <dl className="nhsuk-summary-list">
        {FILLED_FILES.map(({ id, title, when }) => (
          <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" key={id}>
            <dt className="nhsuk-summary-list__key">{title}</dt>
            <dd className="nhsuk-summary-list__value">
              {when}
              <br />
              <a href={`/returns/templates/${id}-example.csv`}>{id}-example.csv</a>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        An organisation that employs no clinical engineers sends no file: it says so by a nil return, which
        counts as an answer.
      </p>
    </section>
  );
}
