import { useId } from "react";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import type { PartName } from "@/lib/returns/part";
import { CheckedFile } from "./checked-file";
import { mayGo, mustBeMended, needsKey } from "./file-to-send";
import { GroupsInPlace } from "./groups-in-place";
import { PersonKeys } from "./person-keys";
import { RepairsToAgree } from "./repairs-to-agree";
import { saveBlob } from "./save-blob";
import { UnknownWords } from "./unknown-words";
import type { CheckedFiles as Checks, ChosenFile } from "./use-checked-files";
import type { PersonKeyInUse } from "./use-person-key";

type CheckedFilesProps = {
  checks: Checks;
  title: (part: PartName) => string;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  disagreed: string | null;
  own: PersonKeyInUse;
  changeMeant: boolean;
  onChangeMeant: (meant: boolean) => void;
  keyProblem: string | null;
};

/** The files that were dropped or chosen, each with what the checks found, and the repairs to agree to. */
export function CheckedFiles(props: CheckedFilesProps) {
  const { checks, title, agreed, onAgree, disagreed, own, changeMeant, onChangeMeant, keyProblem } = props;
  const { files, trouble, context } = checks;
  const repairs = files.filter(mayGo).flatMap(({ judged }) =>
    (judged?.report.repairs ?? []).map((repair) => ({
      ...repair,
      title: title(judged?.part ?? "workforce"),
    })),
  );
  const checked = files.filter(({ judged }) => judged !== null);

  async function list({ file, judged }: ChosenFile) {
    if (!judged) return;
    const found = await checks.ask({ ask: "list", file, part: judged.part });
    saveBlob(found, `${judged.part}-findings.csv`);
  }

  return (
    <>
      <div aria-live="polite" id="checked">
        {trouble && files.length > 0 ? (
          <p className="nhsuk-inset-text">
            Your files could not be checked in this browser ({trouble}). Send them, and they are checked as
            they arrive.
          </p>
        ) : null}
        {files
          .filter(({ state }) => state === "checking")
          .map((one) => (
            <Checking key={one.id} chosen={one} onStop={checks.stop} />
          ))}
        {files
          .filter(({ state }) => state === "stopped")
          .map((one) => (
            <p key={one.id}>
              You stopped the check of {one.file.name}, so it is put aside. Drop it again to check it.
            </p>
          ))}
        {checked.length > 0 ? <h3 id="found-here">Checked in your browser: nothing has been sent</h3> : null}
      </div>
      {checked.map((one) =>
        one.judged ? (
          <CheckedFile
            key={one.id}
            title={title(one.judged.part)}
            chosen={one}
            judged={one.judged}
            onRemove={() => checks.remove(one.id)}
            onList={() => void list(one)}
          >
            <Staying chosen={one} judged={one.judged} />
            {context && one.judged.words.length > 0 ? (
              <UnknownWords
                key={context.mappingVersion}
                judged={one.judged}
                context={context}
                onMapped={(newer) => checks.again(own.key, newer)}
              />
            ) : null}
            {one.judged.people > 0 && one.judged.report.verdict === "accepted" ? (
              <GroupsInPlace
                people={one.judged.people}
                grouped={one.grouped}
                wanted={one.asGroups}
                onWanted={(wanted) => void checks.group(one, wanted, own.key)}
              />
            ) : null}
          </CheckedFile>
        ) : null,
      )}
      {files.some((one) => mayGo(one) && needsKey(one)) && context ? (
        <PersonKeys
          organisation={context.organisation}
          own={own}
          before={context.keyFingerprint}
          onKey={(key) => checks.again(key)}
          changeMeant={changeMeant}
          onChangeMeant={onChangeMeant}
          error={keyProblem}
        />
      ) : null}
      {repairs.length > 0 ? (
        <RepairsToAgree repairs={repairs} agreed={agreed} onAgree={onAgree} error={disagreed} />
      ) : null}
    </>
  );
}

/** Keys have a place of their own on the page, where more is said of them. */
export const isOfTheFile = ({ code }: { code: string }) => !code.startsWith("keys-hashed");

/** What of the file does not leave. */
function Staying({ chosen, judged }: { chosen: ChosenFile; judged: JudgedFile }) {
  const { unknownColumns, holdsMore, obstacle } = judged;
  if (mustBeMended(chosen))
    return (
      <p>
        <strong>Mend the quotation marks first.</strong> The file has to be written again before it may leave,
        and where a mark is astray that would be a guess.
      </p>
    );
  if (!holdsMore || obstacle !== null) return null;
  return (
    <p>
      {unknownColumns.length > 0 ? (
        <>
          Left out before it is sent: <strong>{unknownColumns.join(", ")}</strong>.
        </>
      ) : (
        "What stands above the header, or under no header, is left out before it is sent."
      )}
    </p>
  );
}

function Checking({ chosen: { file, share }, onStop }: { chosen: ChosenFile; onStop: () => void }) {
  const label = useId();
  const percent = Math.floor(share * 100);
  return (
    <>
      <p id={label}>
        Checking {file.name}: {percent}%
      </p>
      <progress className="muster-upload__progress" aria-labelledby={label} max={100} value={percent} />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        type="button"
        onClick={onStop}
      >
        Stop checking
      </button>
    </>
  );
}
