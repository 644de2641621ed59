import type { KeyFigure } from "@/lib/published/key-figure";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { placeHref } from "@/lib/published/place-href";
import type { PublishedPlace } from "@/lib/published/release";
import { RESPONSE_WORDS } from "@/lib/published/response-words";
import { Table } from "../nhs/table";

export type PlaceRow = { place: PublishedPlace; figures: readonly KeyFigure[] };

/** The places under a place, to go down to: areas with their figures, organisations with whether they answered. */
export function PlacesTable({
  rows,
  under,
  note,
}: {
  rows: readonly PlaceRow[];
  under: string;
  note: string;
}) {
  const areas = rows.filter((row) => row.place.level !== "organisation");
  const organisations = rows.filter((row) => row.place.level === "organisation");
  return (
    <>
      {areas.length > 0 ? (
        <Table
          caption={`${capital(LEVEL_WORDS[areas[0]?.place.level ?? "region"].many)} of ${under}. ${note}`}
          columns={[
            { heading: "Place" },
            ...(areas[0]?.figures ?? []).map((figure) => ({ heading: figure.title, numeric: true })),
          ]}
          rows={areas.map((row) => ({
            key: row.place.code,
            cells: [
              <a href={placeHref(row.place.code)} key="link">
                {row.place.name}
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
              <a href={placeHref(place.code)} key="link">
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
