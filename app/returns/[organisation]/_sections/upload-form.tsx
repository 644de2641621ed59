"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/app/_components/nhs/button";
import { FileField } from "@/app/_components/nhs/file-field";
import { TextField } from "@/app/_components/nhs/text-field";
import { sendFile } from "./send-file";
import type { UploadPart } from "./upload-parts";

type UploadFormProps = {
  organisation: string;
  census: string;
  first: readonly UploadPart[];
  /** Offered under "More parts". */
  more: readonly UploadPart[];
  /** What stopped the form just sent, without JavaScript. */
  problems: readonly { message: string; field?: string }[];
};

type Sending = { title: string; sent: number; total: number };
type Stop = { field: string; text: string };

/**
 * Files for the parts of a return. Without JavaScript it is a plain form. With it, each file goes as it is, in a stream,
 * with its progress shown, and a file that is refused says so here while the others stand.
 */
export function UploadForm({ organisation, census, first, more, problems }: UploadFormProps) {
  const parts = [...first, ...more];
  const [sending, setSending] = useState<Sending | null>(null);
  const [stops, setStops] = useState<readonly Stop[]>(
    problems.flatMap(({ message, field }) => (field ? [{ field, text: message }] : [])),
  );
  const router = useRouter();
  const abort = useRef<AbortController | null>(null);
  const label = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = event.currentTarget;
    const form = new FormData(sent);
    const unit = String(form.get("unit") ?? "");
    const chosen = parts.flatMap((part) => {
      const file = form.get(part.name);
      return file instanceof File && file.name !== "" ? [{ part, file }] : [];
    });
    if (chosen.length === 0) return setStops([{ field: parts[0]?.name ?? "", text: "Choose a file." }]);
    abort.current = new AbortController();
    const stopped: Stop[] = [];
    for (const { part, file } of chosen) {
      setSending({ title: part.title, sent: 0, total: file.size });
      const query = new URLSearchParams({ census, unit, name: file.name, size: String(file.size) });
      const answer = await sendFile({
        address: `/returns/${organisation}/parts/${part.name}?${query}`,
        file,
        signal: abort.current.signal,
        onProgress: (bytes) => setSending({ title: part.title, sent: bytes, total: file.size }),
      });
      if (!answer.ok) stopped.push({ field: part.name, text: answer.text });
    }
    setSending(null);
    setStops(stopped);
    // The page is read again in place: its address is the same, so going there would change nothing.
    if (stopped.length < chosen.length) router.refresh();
    if (stopped.length > 0) return;
    sent.reset();
    location.hash = "files";
  }

  const percent = sending && sending.total > 0 ? Math.floor((100 * sending.sent) / sending.total) : 0;
  return (
    <section>
      <h2 id="upload">Upload files</h2>
      <p>
        Send CSV files. A file that you send again takes the place of the one before it. Nothing is published
        until the return is submitted, approved by another person and published.
      </p>
      <form
        action={`/returns/${organisation}/upload`}
        method="post"
        encType="multipart/form-data"
        onSubmit={send}
      >
        <input type="hidden" name="census" value={census} />
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
        <Button disabled={sending !== null}>Upload</Button>
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
