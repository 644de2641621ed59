import { formatDate } from "@/lib/format/date";
import { shortName } from "@/lib/places/short-name";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { dataHref } from "@/lib/published/place-href";
import type { FilesOfLevel, FilesOfRelease } from "@/lib/services/published/data-page";
import { Details } from "../nhs/details";

/** The files of one release: those of the newest are open but for its boards, those of others for who opens them. */
export function ReleaseFiles({
  files: { release, levels },
  newest,
}: {
  files: FilesOfRelease;
  newest: boolean;
}) {
  const id = `r${release.number}`;
  const open = levels.filter(({ level }) => level !== "board");
  const boards = levels.filter(({ level }) => level === "board");
  const lists = (some: readonly FilesOfLevel[]) =>
    some.map(({ level, places }) => (
      <div key={level}>
        {level === "united_kingdom" ? null : <h3>{capital(LEVEL_WORDS[level].many)}</h3>}
        <ul className="muster-columns">
          {places.map(({ code, name }) => (
            <li key={code}>
              <a href={dataHref(release.number, code)}>
                {shortName(name)}
                <span className="nhsuk-u-visually-hidden">, release {release.number} (CSV)</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    ));
  const count = levels.reduce((sum, { places }) => sum + places.length, 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        Release {release.number}, census of {formatDate(release.census)}
      </h2>
      <p>
        {newest ? "The newest release" : "Release of an earlier census"}
        {release.publishedAt ? `, published ${formatDate(release.publishedAt)}` : ""}
        {release.collectionOpen ? ". Provisional: its collection is still open" : ""}.
      </p>
      {newest ? (
        <>
          {lists(open)}
          {boards.map((board) => (
            <Details summary={`${board.places.length} ${LEVEL_WORDS.board.many}`} key={board.level}>
              {lists([board])}
            </Details>
          ))}
        </>
      ) : (
        <Details summary={`${count} files of release ${release.number}`}>{lists(levels)}</Details>
      )}
    </section>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
