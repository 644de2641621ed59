import { FileField } from "@/app/_components/nhs/file-field";
import { SelectField } from "@/app/_components/nhs/select-field";
import { TextField } from "@/app/_components/nhs/text-field";
import type { UploadPart } from "./upload-parts";

/** What stopped a file, at the field of its part. */
export type Stop = { field: string; text: string };

type UploadFieldsProps = {
  first: readonly UploadPart[];
  more: readonly UploadPart[];
  stops: readonly Stop[];
  /** The service units whose files this person may send; null for any. */
  units: readonly string[] | null;
  /** Folded away once files were dropped: what was found in them is what matters then. */
  folded: boolean;
};

/** A field for the file of each part, and one for the service unit whose files they are. */
export function UploadFields({ first, more, stops, units, folded }: UploadFieldsProps) {
  return (
    <details className="nhsuk-details muster-fields" open={!folded}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Choose the file of each part</span>
      </summary>
      {first.map((part) => (
        <PartField key={part.name} part={part} stops={stops} />
      ))}
      <details
        className="nhsuk-details"
        open={more.some(({ name }) => stops.some(({ field }) => field === name)) || undefined}
      >
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">More parts</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>Each is optional. Send those that you have; a later file may come at any time.</p>
          {more.map((part) => (
            <PartField key={part.name} part={part} stops={stops} />
          ))}
        </div>
      </details>
      {units === null ? <AnyUnit /> : null}
    </details>
  );
}

function AnyUnit() {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">These files are of one service unit only</span>
      </summary>
      <div className="nhsuk-details__text">
        <TextField
          id="unit"
          name="unit"
          label="Name of the service unit"
          hint="Leave it empty if you send one file for the whole organisation. Each unit has files of its own."
          width={20}
        />
      </div>
    </details>
  );
}

/** For who sends the files of certain service units: of which these are. */
export function OwnUnit({ units }: { units: readonly string[] }) {
  if (units.length > 1)
    return (
      <SelectField
        id="unit"
        name="unit"
        label="Which service unit’s files are these?"
        options={units.map((unit) => ({ value: unit, text: unit }))}
      />
    );
  return (
    <>
      <p>
        These are the files of <strong>{units[0]}</strong>, the service unit for which you send.
      </p>
      <input type="hidden" name="unit" value={units[0]} />
    </>
  );
}

function PartField({ part, stops }: { part: UploadPart; stops: readonly Stop[] }) {
  return (
    <FileField
      id={part.name}
      name={part.name}
      accept=".csv,text/csv"
      label={`${part.title} (${part.name}.csv)`}
      hint={
        <>
          {part.unlocks} <a href={`/returns/templates/${part.name}.csv`}>Template of {part.name}.csv</a>,{" "}
          <a href={`/methods/columns#${part.name}`}>what each column of {part.name}.csv makes known</a>
        </>
      }
      error={stops.find(({ field }) => field === part.name)?.text}
    />
  );
}
