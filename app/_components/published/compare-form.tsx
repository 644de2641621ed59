import { shortName } from "@/lib/places/short-name";
import { COMPARED_MOST } from "@/lib/published/compare-address";
import { releaseSegment } from "@/lib/published/release-words";
import type { ComparePage } from "@/lib/services/published/compare-page";
import { Button } from "../nhs/button";
import { SelectField } from "../nhs/select-field";

const NAMES = ["First place", "Second place", "Third place", "Fourth place"];

/** Which places to hold side by side: a plain form, that any browser can send. */
export function CompareForm({ page }: { page: ComparePage }) {
  const places = page.choices.map(({ code, name, group }) => ({ value: code, text: shortName(name), group }));
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{page.places.length > 0 ? "Choose others" : "Choose two to four places"}</h2>
      {page.asked.length === 1 && !page.problem ? <p>Choose at least two places that differ.</p> : null}
      <form action="/compare/chosen" method="get">
        {NAMES.slice(0, COMPARED_MOST).map((label, at) => (
          <SelectField
            id={`place-${at + 1}`}
            name="place"
            label={label}
            value={page.asked[at] ?? ""}
            options={[{ value: "", text: at < 2 ? "Choose a place" : "None" }, ...places]}
            key={label}
          />
        ))}
        {page.held === undefined ? null : (
          <input type="hidden" name="release" value={releaseSegment(page.held)} />
        )}
        <Button>Compare</Button>
      </form>
    </section>
  );
}
