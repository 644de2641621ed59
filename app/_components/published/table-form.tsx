import { shortName } from "@/lib/places/short-name";
import { releaseSegment, releaseWords } from "@/lib/published/release-words";
import { TABLE_ROOT } from "@/lib/published/table-choice";
import type { TablePage } from "@/lib/services/published/table-page";
import { Button } from "../nhs/button";
import { Checkboxes } from "../nhs/checkboxes";
import { Details } from "../nhs/details";
import { SelectField } from "../nhs/select-field";

type TableFormProps = { offer: NonNullable<TablePage["offer"]>; choice: TablePage["choice"] };

const GROUPS = [
  { value: "nations", text: "Every nation" },
  { value: "regions", text: "Every region of England" },
  { value: "boards", text: "Every board" },
];

/** What a table is made of: a plain form, that any browser can send. */
export function TableForm({ offer, choice }: TableFormProps) {
  const wide = offer.places.filter(({ group }) => group === "Nations" || group === "England");
  const boards = offer.places.filter((place) => !wide.includes(place));
  const chosen = choice ?? { places: ["regions"], measures: ["vacancy-rate"], by: null, releases: [] };
  const segments = chosen.releases.map((one) => (one === "latest" ? one : releaseSegment(one)));
  const optionsOf = (places: typeof wide) =>
    places.map(({ code, name }) => ({ value: code, text: shortName(name) }));
  const ticked = (values: readonly string[]) => chosen.measures.filter((id) => values.includes(id)).length;
  return (
    <form action={`${TABLE_ROOT}/chosen`} method="get">
      <h3>Places</h3>
      <Checkboxes legend="All at once" name="place" options={GROUPS} ticked={chosen.places} of="Places" />
      <Checkboxes
        legend="Nations and regions"
        name="place"
        options={optionsOf(wide)}
        ticked={chosen.places}
      />
      <Details
        summary={`One by one, ${boards.length} boards`}
        open={boards.some(({ code }) => chosen.places.includes(code))}
      >
        <Checkboxes
          legend="Boards"
          legendHidden
          name="place"
          options={optionsOf(boards)}
          ticked={chosen.places}
        />
      </Details>
      <h3>Measures</h3>
      {offer.topics.map(({ id, title, measures }) => {
        const count = ticked(measures.map((measure) => measure.id));
        return (
          <Details summary={`${title}${count > 0 ? ` (${count} chosen)` : ""}`} open={count > 0} key={id}>
            <Checkboxes
              legend={title}
              legendHidden
              name="measure"
              options={measures.map((measure) => ({ value: measure.id, text: measure.title }))}
              ticked={chosen.measures}
            />
          </Details>
        );
      })}
      <h3>Breakdown and releases</h3>
      <SelectField
        id="by"
        name="by"
        label="Broken down by"
        hint="Not every measure is published by every breakdown: where one is not, the next page says by which it is"
        value={chosen.by ?? ""}
        options={[
          { value: "", text: "Nothing: totals" },
          ...offer.breakdowns.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <Checkboxes
        legend="Releases (none ticked: the newest, as it changes)"
        name="release"
        options={offer.releases.map((release) => ({
          value: releaseSegment(release.number),
          text: `${releaseWords(release)}${release.status === "corrected" ? ", corrected since" : ""}`,
        }))}
        ticked={segments}
      />
      <Button>Show the table</Button>
    </form>
  );
}
