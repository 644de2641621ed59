import { SearchIcon } from "../nhs/icons";

/** A search for places that any browser can send. */
export function PlaceSearch({ id, query, label }: { id: string; query?: string; label: string }) {
  return (
    <search>
      <form action="/places" method="get">
        <div className="nhsuk-form-group nhsuk-search-input">
          <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
            {label}
          </label>
          <div className="nhsuk-hint" id={`${id}-hint`}>
            By name, old name, code or postcode: for example Devon, QKK or SE1
          </div>
          <div className="nhsuk-input-wrapper nhsuk-search-input__wrapper">
            <input
              className="nhsuk-input nhsuk-input--width-20 nhsuk-search-input__input"
              id={id}
              name="q"
              type="search"
              defaultValue={query}
              autoComplete="off"
              aria-describedby={`${id}-hint`}
            />
            <button
              className="nhsuk-button nhsuk-button--icon nhsuk-button--small nhsuk-search-input__button"
              type="submit"
              aria-label="Search"
            >
              <SearchIcon />
            </button>
          </div>
        </div>
      </form>
    </search>
  );
}
