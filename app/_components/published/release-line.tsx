import type { ReleaseNote } from "@/lib/published/release-note";
import { Tag } from "../nhs/tag";

type ReleaseLineProps = {
  note: ReleaseNote;
  /** The page's address in a release, for the link that will always show these figures, and the one to a newer release. */
  inRelease: (release: number) => string;
  /** Whether that page has a section of what changed. */
  changed?: boolean;
};

/** Since when and how firm: census, release, provisional or not, the lasting link, and what to read instead. */
export function ReleaseLine({ note, inRelease, changed }: ReleaseLineProps) {
  return (
    <div className="muster-release">
      <p>
        Census of <strong>{note.census}</strong>, release {note.number}
        {note.published ? `, published ${note.published}` : ""}.{" "}
        {note.provisional ? <Tag colour="orange">Provisional</Tag> : null}{" "}
        <a href={inRelease(note.number)}>Permanent link to release {note.number}</a>
      </p>
      {note.provisional ? (
        <p>Its collection is still open: figures will change as more organisations answer.</p>
      ) : null}
      {note.awaited ? <p>{note.awaited}</p> : null}
      {note.note ? <p>{note.note}</p> : null}
      {note.newer ? (
        <div className="nhsuk-inset-text muster-newer">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>
            {note.newer.corrects ? "This release has been corrected. " : "A newer release exists. "}
            <a href={inRelease(note.newer.number)}>
              See release {note.newer.number}, census of {note.newer.census}
            </a>
            {changed ? (
              <>
                , and <a href={`${inRelease(note.newer.number)}#changed`}>what changed in it</a>
              </>
            ) : null}
            .
          </p>
        </div>
      ) : null}
      <p className="nhsuk-u-visually-hidden">This page shows release {note.number}.</p>
    </div>
  );
}
