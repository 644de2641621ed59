import { isUnchecked } from "./file-to-send";
import { Tick } from "./tick";
import type { ChosenFile } from "./use-checked-files";

type UncheckedFilesProps = {
  files: readonly ChosenFile[];
  trouble: string | null;
  nothingToKeep: boolean;
  onNothingToKeep: (meant: boolean) => void;
  error: string | null;
  onRemove: (chosen: ChosenFile) => void;
};

/** Files that could not be checked here: as they are they leave only where their sender says that nothing in them has to stay. */
export function UncheckedFiles(props: UncheckedFilesProps) {
  const { trouble, nothingToKeep, onNothingToKeep, error, onRemove } = props;
  const files = props.files.filter(isUnchecked);
  if (files.length === 0) return null;
  return (
    <div className={error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group"} id="unchecked">
      <p className="nhsuk-inset-text">
        Your files could not be checked in this browser{trouble ? ` (${trouble})` : ""}, so nothing can be
        taken out of them before they leave. Sent as they are, they are checked as they arrive.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {files.map((one) => (
          <li key={one.id}>
            {one.file.name}{" "}
            <button className="muster-link-button" type="button" onClick={() => onRemove(one)}>
              Put {one.file.name} aside
            </button>
          </li>
        ))}
      </ul>
      {error ? (
        <span className="nhsuk-error-message" id="nothing-to-keep-error">
          <span className="nhsuk-u-visually-hidden">Error:</span> {error}
        </span>
      ) : null}
      <Tick
        id="nothing-to-keep"
        checked={nothingToKeep}
        onChange={onNothingToKeep}
        describedBy={error ? "nothing-to-keep-error" : undefined}
      >
        They hold the template’s columns alone, and no person key that is not hashed: send them as they are
      </Tick>
    </div>
  );
}
