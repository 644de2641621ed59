import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { measureHref, placeHref } from "@/lib/published/place-href";
import type { AreaPage } from "@/lib/services/published/area-page";

/** The measures that a place has a page of, by what they are about; what is not there is named, with what would give it. */
export function MeasuresByTopic({ page, level = 3 }: { page: AreaPage; level?: 3 | 4 }) {
  const { place, measures, held } = page;
  const Heading = `h${level}` as const;
  const above = page.above.at(-1);
  return (
    <>
      <div className="muster-topics">
        {measures.topics.map((topic) => (
          <div key={topic.id}>
            <Heading>{topic.title}</Heading>
            <ul className="nhsuk-list">
              {topic.measures.map(({ id, title }) => (
                <li key={id}>
                  {id === page.measure?.id ? title : <a href={measureHref(place.code, id, held)}>{title}</a>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {measures.elsewhere ? (
        <p>
          {measures.elsewhere}
          {above ? (
            <>
              {" "}
              See <a href={`${placeHref(above.code, held)}#measures`}>{nameInSentence(above.name)}</a>, the{" "}
              {LEVEL_WORDS[above.level].one.replace("NHS ", "").toLowerCase()} that it is part of.
            </>
          ) : null}
        </p>
      ) : null}
      {measures.notSent ? <p className="muster-note">{measures.notSent}</p> : null}
    </>
  );
}
