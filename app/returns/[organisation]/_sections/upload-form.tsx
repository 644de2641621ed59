"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useId, useRef, useState } from "react";
import { Button } from "@/app/_components/nhs/button";
import type { PartName } from "@/lib/returns/part";
import { readReturnFileName } from "@/lib/returns/return-file";
import { CheckedFiles, isOfTheFile } from "./checked/checked-files";
import { DropArea } from "./checked/drop-area";
import { fileToSend, mayGo, mustBeMended, needsKey } from "./checked/file-to-send";
import { type ChosenFile, useCheckedFiles } from "./checked/use-checked-files";
import { usePersonKey } from "./checked/use-person-key";
import { sendFile } from "./send-file";
import { OwnUnit, type Stop, UploadFields } from "./upload-fields";
import type { UploadPart } from "./upload-parts";

type UploadFormProps = {
  organisation: string;
  census: string;
  /** The service units whose files this person may send; null for any. */
  units: readonly string[] | null;
  first: readonly UploadPart[];
  /** Offered under "More parts". */
  more: readonly UploadPart[];
  /** What stopped the form just sent, without JavaScript. */
  problems: readonly { message: string; field?: string }[];
};

type Sending = { title: string; sent: number; total: number };

/**
 * Files for the parts of a return. Without JavaScript it is a plain form. With it, each file is checked in the browser
 * as soon as it is dropped or chosen, and only what the sender then agrees to goes, in a stream, with its progress shown;
 * a file that is refused says so here while the others stand.
 */
export function UploadForm({ organisation, census, units, first, more, problems }: UploadFormProps) {
  const parts = [...first, ...more];
  const checks = useCheckedFiles({ organisation, census });
  const own = usePersonKey(organisation);
  const [changeMeant, setChangeMeant] = useState(false);
  const [keyProblem, setKeyProblem] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [disagreed, setDisagreed] = useState<string | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [stops, setStops] = useState<readonly Stop[]>(
    problems.flatMap(({ message, field }) => (field ? [{ field, text: message }] : [])),
  );
  const router = useRouter();
  const abort = useRef<AbortController | null>(null);
  const label = useId();
  const { add } = checks;
  const { key } = own;

  const take = useCallback(
    (files: File[], field: PartName | null) => {
      setStops([]);
      setAgreed(false);
      setDisagreed(null);
      setKeyProblem(null);
      add(files, field, key);
    },
    [add, key],
  );
  const drop = useCallback((files: File[]) => take(files, null), [take]);

  function change({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement) || target.type !== "file" || !target.name) return;
    const file = target.files?.[0];
    if (file) take([file], target.name as PartName);
  }

  const going = checks.files.filter((one) => mayGo(one) && !mustBeMended(one));
  const hashing = going.some(needsKey) && !own.leaveOut;
  const repairs = going.flatMap(({ judged }) => judged?.report.repairs ?? []).filter(isOfTheFile);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (checks.files.length === 0) return setStops([{ field: parts[0]?.name ?? "", text: "Choose a file." }]);
    if (repairs.length > 0 && !agreed)
      return setDisagreed("Tick this first, or mend the file and drop it again.");
    const wrongKey = keyInTheWay();
    setKeyProblem(wrongKey);
    if (wrongKey) return;
    const unit = String(new FormData(form).get("unit") ?? "");
    abort.current = new AbortController();
    if (hashing && own.fingerprint) await keepFingerprint(own.fingerprint);
    const stopped: Stop[] = [];
    // The profile first: it says whom the other files may speak for.
    const profileFirst = [...going].sort(
      (a, b) => Number(partOf(b) === "profile") - Number(partOf(a) === "profile"),
    );
    for (const chosen of profileFirst) {
      const stop = await sendOne(chosen, unit, abort.current.signal).catch(() => ({
        field: partOf(chosen),
        text: "This file could not be made ready, so it was not sent. Take it out and choose it again.",
      }));
      if (stop) stopped.push(stop);
      else checks.remove(chosen.id);
    }
    setSending(null);
    setStops(stopped);
    // The page is read again in place: its address is the same, so going there would change nothing.
    if (stopped.length < going.length) router.refresh();
    if (stopped.length > 0) return;
    form.reset();
    setAgreed(false);
    location.hash = "files";
  }

  /** Why the person keys cannot be sent as things stand; null where they can. */
  function keyInTheWay(): string | null {
    if (!hashing) return null;
    if (!own.key)
      return "Choose your key file, make a key, or leave the column out: raw person keys are refused.";
    const before = checks.context?.keyFingerprint ?? null;
    return before === null || before === own.fingerprint || changeMeant
      ? null
      : "This is another key than before. Choose the earlier key file, or say that this one is used from now on.";
  }

  /** The next year's key is held against it. Should it not be kept now, it is with the next file. */
  async function keepFingerprint(fingerprint: string) {
    if (!checks.context || checks.context.keyFingerprint === fingerprint) return;
    const address = `/returns/${organisation}/person-key?fingerprint=${fingerprint}`;
    const answer = await fetch(address, { method: "PUT" }).catch(() => null);
    if (answer?.ok) checks.know({ ...checks.context, keyFingerprint: fingerprint });
  }

  async function sendOne(chosen: ChosenFile, unit: string, signal: AbortSignal): Promise<Stop | null> {
    const name = partOf(chosen);
    const { title } = parts.find((part) => part.name === name) ?? { title: name };
    const total = chosen.file.size;
    setSending({ title, sent: 0, total });
    const file = await fileToSend(chosen, own.leaveOut ? null : own.key, checks.ask);
    const query = new URLSearchParams({ census, unit, name: chosen.file.name, size: String(file.size) });
    const answer = await sendFile({
      address: `/returns/${organisation}/parts/${name}?${query}`,
      file,
      signal,
      onProgress: (sent) => setSending({ title, sent, total: file.size }),
    });
    return answer.ok ? null : { field: name, text: answer.text };
  }

  const percent = sending && sending.total > 0 ? Math.floor((100 * sending.sent) / sending.total) : 0;
  const checking = checks.files.some(
    ({ state, asGroups, grouped }) => state === "checking" || (asGroups && !grouped),
  );
  return (
    <section>
      <h2 id="upload">Upload files</h2>
      <p>
        Send CSV files. A file that you send again takes the place of the one before it. Nothing is published
        until the return is submitted, approved by another person and published. Where a file is in your own
        words, <a href={`/returns/${organisation}/mapping?census=${census}`}>say once what they mean</a>.
      </p>
      <DropArea onFiles={drop} />
      <form
        action={`/returns/${organisation}/upload`}
        method="post"
        encType="multipart/form-data"
        onSubmit={send}
        onChange={change}
      >
        <input type="hidden" name="census" value={census} />
        {units ? <OwnUnit units={units} /> : null}
        <UploadFields
          first={first}
          more={more}
          stops={stops}
          units={units}
          folded={checks.files.some(({ field }) => field === null)}
        />
        <CheckedFiles
          checks={checks}
          title={(name) => parts.find((part) => part.name === name)?.title ?? name}
          agreed={agreed}
          onAgree={(yes) => {
            setAgreed(yes);
            setDisagreed(null);
          }}
          disagreed={disagreed}
          own={own}
          changeMeant={changeMeant}
          onChangeMeant={setChangeMeant}
          keyProblem={keyProblem}
        />
        {checks.files.length > 0 && going.length === 0 ? null : (
          <Button disabled={sending !== null || checking}>{sendWords(going)}</Button>
        )}
      </form>
      <div aria-live="polite">
        {sending ? (
          <>
            <p id={label}>
              {sending.title}: {percent === 100 ? "sent; it is being checked" : `${percent}% sent`}
            </p>
            <progress className="muster-upload__progress" aria-labelledby={label} max={100} value={percent} />
          </>
        ) : null}
      </div>
      {sending ? (
        <button
          className="nhsuk-button nhsuk-button--secondary"
          type="button"
          onClick={() => abort.current?.abort()}
        >
          Stop
        </button>
      ) : null}
    </section>
  );
}

const partOf = ({ judged, field, file }: ChosenFile): PartName =>
  judged?.part ?? field ?? readReturnFileName(file.name)?.part ?? "workforce";

function sendWords(going: readonly ChosenFile[]): string {
  const [only] = going;
  if (!only) return "Upload";
  const errors = going.filter(({ judged }) => judged?.report.verdict === "errors").length;
  const what = going.length === 1 ? only.file.name : `${going.length} files`;
  if (errors === 0) return `Send ${what}`;
  return going.length === 1 ? `Send ${what} with its errors` : `Send ${what}, ${errors} with errors`;
}
