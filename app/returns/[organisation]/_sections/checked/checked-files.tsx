import { useId } from "react";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import type { PartName } from "@/lib/returns/part";
import { repairsOf } from "../going-files";
import type { SendingInUse } from "../use-sending";
import { CheckedFile } from "./checked-file";
import { ColumnsOfOwn } from "./columns-of-own";
import { mayGo, mustBeMended, needsKey } from "./file-to-send";
import { GroupsInPlace } from "./groups-in-place";
import { PersonKeys } from "./person-keys";
import { RepairsToAgree } from "./repairs-to-agree";
import { saveBlob } from "./save-blob";
import { UncheckedFiles } from "./unchecked-files";
import { UnknownWords } from "./unknown-words";
import type { CheckedFiles as Checks, ChosenFile } from "./use-checked-files";
import type { PersonKeyInUse } from "./use-person-key";

type CheckedFilesProps = {
  checks: Checks;
  title: (part: PartName) => string;
  own: PersonKeyInUse;
  sending: SendingInUse;
};

/** The files that were dropped or chosen, each with what the checks found, and the repairs to agree to. */
export function CheckedFiles({ checks, title, own, sending }: CheckedFilesProps) {
  const { files, trouble, context } = checks;
  const { said, missing, say } = sending;
  const repairs = repairsOf(files.filter(mayGo)).map((repair) => ({ ...repair, title: title(repair.part) }));
  const checked = files.filter(({ judged }) => judged !== null);

  async function save(ask: "list" | "annotate", { file, judged }: ChosenFile) {
    if (!judged) return;
    const made = await checks.ask({ ask, file, part: judged.part });
    saveBlob(made, `${judged.part}-${ask === "list" ? "findings" : "annotated"}.csv`);
  }

  return (
    <>
      <div aria-live="polite" id="checked">
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
      <UncheckedFiles
        files={files}
        trouble={trouble}
        nothingToKeep={said.nothingToKeep}
        onNothingToKeep={(nothingToKeep) => say({ nothingToKeep })}
        error={missing.nothingToKeep}
        onRemove={({ id }) => checks.remove(id)}
      />
      {checked.map((one) =>
        one.judged ? (
          <CheckedFile
            key={one.id}
            title={title(one.judged.part)}
            chosen={one}
            judged={one.judged}
            onRemove={() => checks.remove(one.id)}
            onList={() => void save("list", one)}
            onAnnotate={() => void save("annotate", one)}
          >
            <Staying chosen={one} judged={one.judged} />
            {context && one.unknownHeader ? (
              <ColumnsOfOwn
                taken={one.judged.part}
                header={one.unknownHeader}
                context={context}
                onMapped={(part, newer) => checks.again(own.key, newer, { id: one.id, part })}
              />
            ) : null}
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
          changeMeant={said.changeMeant}
          onChangeMeant={(changeMeant) => say({ changeMeant })}
          error={missing.key}
        />
      ) : null}
      {repairs.length > 0 ? (
        <RepairsToAgree
          repairs={repairs}
          agreed={said.agreed}
          onAgree={(agreed) => say({ agreed })}
          error={missing.agreed}
        />
      ) : null}
    </>
  );
}

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
        "What is no row under a header of ours, as a title or a total, is left out before it is sent."
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
