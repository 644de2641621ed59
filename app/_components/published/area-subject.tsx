import { nameInSentence } from "@/lib/published/name-in-sentence";
import { dataHref, placeHref, subjectHref } from "@/lib/published/place-href";
import type { PlaceSubject } from "@/lib/published/place-subjects";
import type { AreaPage } from "@/lib/services/published/area-page";
import { AreaEmpty } from "./area-empty";
import { AreaSection } from "./area-section";
import { CiteAndDownload } from "./cite-and-download";
import { CoverageSentence } from "./coverage-sentence";
import { PlaceHeading } from "./heading";
import { ReleaseLine } from "./release-line";

/** One subject of one place, at length. */
export function AreaSubject({ page, subject }: { page: AreaPage; subject: PlaceSubject }) {
  const { place, note } = page;
  if (page.empty) return <AreaEmpty page={page} />;
  const name = nameInSentence(place.name);
  return (
    <>
      <PlaceHeading caption={place.name}>{subject.title}</PlaceHeading>
      <ReleaseLine note={note} inRelease={(release) => subjectHref(place.code, subject.id, release)} />
      <p className="nhsuk-lede-text">{subject.says}</p>
      <CoverageSentence coverage={page.coverage} at="above" />
      <CoverageSentence coverage={page.coverage} at="below" />
      {page.sections.map((section) => (
        <AreaSection page={page} section={section} key={section.id} />
      ))}
      <CiteAndDownload
        page={page}
        csv={dataHref(note.number, place.code)}
        href={subjectHref(place.code, subject.id, note.number)}
      />
      <p>
        <a href={placeHref(place.code, page.held)}>All figures of {name}</a>
      </p>
    </>
  );
}
