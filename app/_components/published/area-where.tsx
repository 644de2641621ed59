import type { SectionView } from "@/lib/published/section-view";
import { spreadBesideMap } from "@/lib/published/spread-words";
import type { AreaPage } from "@/lib/services/published/area-page";
import { Details } from "../nhs/details";
import { mapNote } from "./area";
import { AreaSection } from "./area-section";
import { ChartFigure } from "./chart-figure";
import { TileMapFigure } from "./tile-map";

/** Where posts are vacant: the map with its regions and nations beside it, or the parts of a place that has no map. */
export function AreaWhere({ page, section }: { page: AreaPage; section: SectionView }) {
  if (!page.map) return <AreaSection page={page} section={section} folds />;
  const spread = spreadBesideMap(section.charts[0], page.place.level);
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {spread ? <p className="muster-said">{spread}</p> : null}
      <div id="map">
        <TileMapFigure map={page.map} note={mapNote(page)}>
          {section.charts.length > 0 ? (
            <Details narrow summary="Chart by region and nation, with ranges">
              {section.charts.map((chart) => (
                <ChartFigure
                  half
                  chart={chart}
                  place={page.place.code}
                  release={page.note.number}
                  drawn={page.drawn}
                  key={chart.id}
                />
              ))}
            </Details>
          ) : null}
        </TileMapFigure>
      </div>
    </section>
  );
}
