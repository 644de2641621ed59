"use client";

import { type FormEvent, useCallback } from "react";
import { Button } from "@/app/_components/nhs/button";
import type { PartName } from "@/lib/returns/part";
import { CheckedFiles } from "./checked/checked-files";
import { DropArea } from "./checked/drop-area";
import { useCheckedFiles } from "./checked/use-checked-files";
import { usePersonKey } from "./checked/use-person-key";
import { sendWords } from "./going-files";
import { OwnUnit, UploadFields } from "./upload-fields";
import type { UploadPart } from "./upload-parts";
import { UploadProgress } from "./upload-progress";
import { useSending } from "./use-sending";

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

/**
 * Files for the parts of a return. Without JavaScript it is a plain form. With it, each file is checked in the browser
 * as soon as it is dropped or chosen, and only what the sender then agrees to goes, in a stream, with its progress shown;
 * a file that is refused says so here while the others stand.
 */
export function UploadForm({ organisation, census, units, first, more, problems }: UploadFormProps) {
  const parts = [...first, ...more];
  const checks = useCheckedFiles({ organisation, census });
  const own = usePersonKey(organisation);
  const stopped = problems.flatMap(({ message, field }) => (field ? [{ field, text: message }] : []));
  const sending = useSending({ organisation, census, parts, checks, own, stopped });
  const { add } = checks;
  const { beginAnew, going } = sending;
  const { key } = own;

  const take = useCallback(
    (files: File[], field: PartName | null) => {
      beginAnew();
      add(files, field, key);
    },
    [add, beginAnew, key],
  );
  const drop = useCallback((files: File[]) => take(files, null), [take]);

  function change({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement) || target.type !== "file" || !target.name) return;
    const file = target.files?.[0];
    if (file) take([file], target.name as PartName);
  }

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
        onSubmit={sending.send}
        onChange={change}
      >
        <input type="hidden" name="census" value={census} />
        {units ? <OwnUnit units={units} /> : null}
        <UploadFields
          first={first}
          more={more}
          stops={sending.stops}
          units={units}
          folded={checks.files.some(({ field }) => field === null)}
        />
        <CheckedFiles
          checks={checks}
          title={(name) => parts.find((part) => part.name === name)?.title ?? name}
          own={own}
          sending={sending}
        />
        {checks.files.length > 0 && going.length === 0 ? null : (
          <Button disabled={sending.sending !== null || checking}>{sendWords(going)}</Button>
        )}
      </form>
      <UploadProgress sending={sending.sending} onStop={sending.stop} />
    </section>
  );
}
