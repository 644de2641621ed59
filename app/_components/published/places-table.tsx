import { knownMeasure } from "@/lib/measures/catalogue";
import { shortName } from "@/lib/places/short-name";
import type { KeyFigure } from "@/lib/published/key-figure";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { measureHref, placeHref } from "@/lib/published/place-href";
import type { PublishedPlace } from "@/lib/published/release";
import { RESPONSE_WORDS } from "@/lib/published/response-words";
import { Table } from "../nhs/table";

export type PlaceRow = { place: PublishedPlace; figures: readonly KeyFigure[] };

type PlacesTableProps = {
  rows: readonly PlaceRow[];
  /** The place they are in. */
  under: string;
  /** Census and release. */
  note: string;
  /** The release that links hold. */
  held: number | undefined;
  /** On the page of a measure, links go to that measure. */
  measure?: string;
};

/** The places under a place, to go down to: areas with their figures, organisations with whether they answered. */
export function PlacesTable({ rows, under, note, held, measure }: PlacesTableProps) {
  const areas = rows.filter((row) => row.place.level !== "organisation");
  const organisations = rows.filter((row) => row.place.level === "organisation");
  return (
    <>
      {areas.length > 0 ? (
        <Table
          caption={`${capital(LEVEL_WORDS[areas[0]?.place.level ?? "region"].many)} of ${under}. ${note}`}
          columns={[
            { heading: "Place" },
            ...(areas[0]?.figures ?? []).map((figure) => ({
              heading: measure ? figure.title : knownMeasure(figure.measure).shortTitle,
              numeric: true,
            })),
          ]}
          rows={areas.map((row) => ({
            key: row.place.code,
            cells: [
              <a
                href={measure ? measureHref(row.place.code, measure, held) : placeHref(row.place.code, held)}
                key="link"
              >
                {shortName(row.place.name)}
              </a>,
              ...row.figures.map((figure) => (figure.text === "not published" ? "–" : figure.text)),
            ],
          }))}
        />
      ) : null}
      {organisations.length > 0 ? (
        <Table
          caption={`Organisations of ${under}. ${note}`}
          columns={[{ heading: "Organisation" }, { heading: "Kind" }, { heading: "Answer" }]}
          rows={organisations.map(({ place }) => ({
            key: place.code,
            cells: [
              <a href={placeHref(place.code, held)} key="link">
                {place.name}
              </a>,
              place.kind ?? "–",
              place.response ? RESPONSE_WORDS[place.response] : "Not asked",
            ],
          }))}
        />
      ) : null}
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
