import type { Chart } from "@/lib/charts/chart";
import { formatDate } from "@/lib/format/date";
import { answersIn } from "./coverage";
import type { FigureIndex } from "./figure-index";
import { nameInSentence } from "./name-in-sentence";
import type { PublishedPlace } from "./release";
import { fewAnswered, fewAnsweredAmong } from "./response-words";
import type { Scene } from "./scene";

/** That few have answered in a place, in a sentence; null where half or more did, or nobody knows. */
export function fewAnsweredIn(
  figures: FigureIndex,
  place: string,
  where: string | null = null,
): string | null {
  const answers = answersIn(figures, place);
  return answers === null ? null : fewAnswered(answers, where);
}

/** A chart with, under it, that few have answered in a place or at a census of which it has a value. */
export function withFewAnswered<C extends Chart>(scene: Scene, place: PublishedPlace, chart: C): C {
  const remarks = chart.kind === "series" ? overTime(scene, place) : besideOthers(scene, place, chart.rows);
  return remarks.length === 0 ? chart : { ...chart, source: [chart.source, ...remarks].join(" ") };
}

const overTime = (scene: Scene, place: PublishedPlace): string[] =>
  [...scene.earlier, { release: scene.release, figures: scene.figures }].flatMap(
    ({ release, figures }) =>
      fewAnsweredIn(figures, place.code, `For the census of ${formatDate(release.census)}`) ?? [],
  );

/** Where few have answered in the place itself, that says enough. */
function besideOthers(scene: Scene, place: PublishedPlace, rows: readonly { key: string }[]): string[] {
  const here = fewAnsweredIn(scene.figures, place.code);
  if (here !== null) return [here];
  const others = rows.flatMap(({ key }) => scene.places.get(key) ?? []);
  return [fewAnsweredOf(scene, others) ?? []].flat();
}

/** Of which of several places few have answered, in a sentence; null where of none. */
export function fewAnsweredOf({ figures }: Scene, places: readonly PublishedPlace[]): string | null {
  return fewAnsweredAmong(
    places.flatMap(({ code, name }) => {
      const answers = answersIn(figures, code);
      return answers === null ? [] : [{ ...answers, name: nameInSentence(name) }];
    }),
  );
}
