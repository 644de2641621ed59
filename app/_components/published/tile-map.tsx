import type { ReactNode } from "react";
import type { TileMap } from "@/lib/published/tile-map";
import { Details } from "../nhs/details";
import { Table } from "../nhs/table";

/**
 * The boards of England and the other nations as tiles of one size, roughly where they are. It is a list of links:
 * the value stands on each tile in words, the shade only helps, and the table says the same.
 */
export function TileMapFigure({
  map,
  note,
  children,
}: {
  map: TileMap;
  note: string;
  /** What stands beside the map and its key. */
  children?: ReactNode;
}) {
  return (
    <div className={children ? "muster-map muster-map--beside" : "muster-map"}>
      <ul className="muster-tiles" aria-label={`${map.title} by integrated care board and nation`}>
        {map.tiles.map((tile) => (
          <li
            className={`muster-tile muster-tile--c${tile.column} muster-tile--r${tile.row} muster-tile--${tile.shade ?? tile.without}`}
            key={tile.code}
          >
            <a href={tile.href}>
              <span aria-hidden="true">
                <span className="muster-tile__label">{tile.label}</span>
                <span className="muster-tile__value">{tile.text}</span>
              </span>
              <span className="nhsuk-u-visually-hidden">
                {tile.name}: {tile.words}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <div className="muster-map__side">
        <p className="muster-map__title">{map.title}</p>
        <ul className="muster-legend">
          {map.legend.map((item) => (
            <li key={item.shade}>
              <span className={`muster-legend__key muster-tile--${item.shade}`} aria-hidden="true" />
              {item.words} ({item.count})
            </li>
          ))}
          {map.without.map((item) => (
            <li key={item.kind}>
              <span className={`muster-legend__key muster-tile--${item.kind}`} aria-hidden="true">
                {item.text}
              </span>
              {item.words} ({item.count})
            </li>
          ))}
        </ul>
        <p className="muster-map__note">{note} Choose a tile for its page.</p>
        <Details summary="Table of the map">
          <Table
            caption={`${map.title} by integrated care board and nation. ${note}`}
            compact
            columns={[{ heading: "Place" }, { heading: map.title }]}
            rows={map.tiles.map((tile) => ({
              key: tile.code,
              cells: [
                <a href={tile.href} key="link">
                  {tile.name}
                </a>,
                tile.why ? `${tile.words}. ${tile.why}` : tile.words,
              ],
            }))}
          />
        </Details>
      </div>
      {children ? <div className="muster-map__more">{children}</div> : null}
    </div>
  );
}
