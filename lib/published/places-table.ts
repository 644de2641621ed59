import type { Cell, TableShape } from "@/lib/reports/table";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { PublishedPlace, Release } from "./release";
import { releaseCells } from "./release-cells";

/** The places of a release: the hierarchy on the geography of its publication. */
export const PLACES_TABLE: TableShape = {
  id: "places",
  title: "Places",
  rowIs: "one place of the release, on the boundaries of its publication",
  columns: [
    ...RELEASE_COLUMNS,
    { name: "place", title: "Place", type: "text", words: "Code of the place", required: true },
    { name: "place_name", title: "Name", type: "text", words: "Name of the place", required: true },
    {
      name: "level",
      title: "Level",
      type: "text",
      words: "united_kingdom, nation, region, board or organisation",
      required: true,
    },
    {
      name: "part_of",
      title: "Part of",
      type: "text",
      words: "Code of the place that it is part of; empty for the United Kingdom",
    },
    { name: "kind", title: "Kind", type: "text", words: "Of an organisation, what kind it is" },
    {
      name: "response",
      title: "Response",
      type: "text",
      words: "Of an organisation: returned, nil (it employs no clinical engineers), served or not_returned",
    },
    {
      name: "served_by",
      title: "Served by",
      type: "text",
      words: "Of an organisation that is served: the code of its host",
    },
    {
      name: "geography_date",
      title: "Geography",
      type: "date",
      words: "The day whose boundaries and names the release is drawn on",
      required: true,
    },
  ],
  key: ["release", "place"],
};

export const placeRows = (release: Release, places: readonly PublishedPlace[]): Cell[][] =>
  places.map(({ code, name, level, parent, kind, response, servedBy }) => [
    ...releaseCells(release),
    code,
    name,
    level,
    parent,
    kind,
    response,
    servedBy ?? null,
    release.geographyDate,
  ]);
