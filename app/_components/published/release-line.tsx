import type { ReleaseNote } from "@/lib/published/release-note";
import { Tag } from "../nhs/tag";

type ReleaseLineProps = {
  note: ReleaseNote;
  /** The page's address in a release, for the link that will always show these figures, and the one to a newer release. */
  inRelease: (release: number) => string;
  /** Whether that page has a section of what changed. */
  changed?: boolean;
  /** Whether this page has a section of what its correction changed. */
  differences?: boolean;
  /** That the newest release is drawn on another geography, in a sentence. */
  geography?: string | null;
};

/** Since when and how firm: census, release, provisional or not, the lasting link, and what to read instead. */
export function ReleaseLine({ note, inRelease, changed, differences, geography }: ReleaseLineProps) {
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
      {note.about ? <p>{note.about}</p> : null}
      {note.correction || note.newer || geography ? (
        <div className="nhsuk-inset-text muster-newer">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          {note.correction ? (
            <p>
              This release has been corrected.{" "}
              <a href={inRelease(note.correction.number)}>See release {note.correction.number}</a>
              {differences ? (
                <>
                  , and <a href="#corrected">what it changed here</a>
                </>
              ) : changed ? (
                <>
                  , and <a href={`${inRelease(note.correction.number)}#changed`}>what changed in it</a>
                </>
              ) : null}
              .
            </p>
          ) : null}
          {note.newer ? (
            <p>
              A later census followed.{" "}
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
          ) : null}
          {geography ? <p>{geography}</p> : null}
        </div>
      ) : null}
      <p className="nhsuk-u-visually-hidden">This page shows release {note.number}.</p>
    </div>
  );
}
