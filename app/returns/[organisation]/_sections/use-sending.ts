import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { agreedText } from "@/lib/returns/before-sending/agreed-repairs";
import { fileToSend, isUnchecked, needsKey } from "./checked/file-to-send";
import type { CheckedFiles, ChosenFile } from "./checked/use-checked-files";
import type { PersonKeyInUse } from "./checked/use-person-key";
import { goingOf, partOf, profileFirst, repairsToAgree } from "./going-files";
import { sendFile } from "./send-file";
import type { Stop } from "./upload-fields";
import type { UploadPart } from "./upload-parts";

/** A file on its way: bytes sent, of how many. */
export type Sending = { title: string; sent: number; total: number };

/** What the sender has to say before anything leaves, and what they have said. */
type Said = {
  /** Yes to the repairs. */
  agreed: boolean;
  /** That files which could not be checked hold nothing that has to stay. */
  nothingToKeep: boolean;
  /** That another person key than before is meant. */
  changeMeant: boolean;
};

/** What is missing of it, in words. */
type Missing = { agreed: string | null; nothingToKeep: string | null; key: string | null };

const NOTHING_SAID: Said = { agreed: false, nothingToKeep: false, changeMeant: false };
const NOTHING_MISSING: Missing = { agreed: null, nothingToKeep: null, key: null };

type Args = {
  organisation: string;
  census: string;
  parts: readonly UploadPart[];
  checks: CheckedFiles;
  own: PersonKeyInUse;
  /** What stopped the form just sent, without JavaScript. */
  stopped: readonly Stop[];
};

/** Sends the files that may go, one after another, once their sender has said what has to be said of them. */
export function useSending({ organisation, census, parts, checks, own, stopped: before }: Args) {
  const [said, setSaid] = useState(NOTHING_SAID);
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const [sending, setSending] = useState<Sending | null>(null);
  const [stops, setStops] = useState<readonly Stop[]>(before);
  const router = useRouter();
  const abort = useRef<AbortController | null>(null);

  const going = goingOf(checks.files);
  const hashing = going.some(needsKey) && !own.leaveOut;

  /** Why the person keys cannot be sent as things stand; null where they can. */
  function keyInTheWay(): string | null {
    if (!hashing) return null;
    if (!own.key)
      return "Choose your key file, make a key, or leave the column out: raw person keys are refused.";
    const earlier = checks.context?.keyFingerprint ?? null;
    return earlier === null || earlier === own.fingerprint || said.changeMeant
      ? null
      : "This is another key than before. Choose the earlier key file, or say that this one is used from now on.";
  }

  const whatIsMissing = (): Missing => ({
    agreed:
      repairsToAgree(going).length > 0 && !said.agreed
        ? "Tick this first, or mend the file and drop it again."
        : null,
    nothingToKeep:
      going.some(isUnchecked) && !said.nothingToKeep
        ? "Tick this first, or take the file out: nobody has looked at what is in it."
        : null,
    key: keyInTheWay(),
  });

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
    setSending({ title, sent: 0, total: chosen.file.size });
    const file = await fileToSend(chosen, own.leaveOut ? null : own.key, checks.ask);
    const query = new URLSearchParams({
      census,
      unit,
      name: chosen.file.name,
      size: String(file.size),
      agreed: agreedText(repairsToAgree([chosen])),
      // Next year's is held against it, so that nobody is taken for gone whose key was only made anew.
      ...(needsKey(chosen) && !own.leaveOut && own.fingerprint ? { key: own.fingerprint } : {}),
    });
    const answer = await sendFile({
      address: `/returns/${organisation}/parts/${name}?${query}`,
      file,
      signal,
      onProgress: (sent) => setSending({ title, sent, total: file.size }),
    });
    return answer.ok ? null : { field: name, text: answer.text };
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (checks.files.length === 0) return setStops([{ field: parts[0]?.name ?? "", text: "Choose a file." }]);
    const now = whatIsMissing();
    setMissing(now);
    if (now.agreed || now.nothingToKeep || now.key) return;
    const unit = String(new FormData(form).get("unit") ?? "");
    abort.current = new AbortController();
    if (hashing && own.fingerprint) await keepFingerprint(own.fingerprint);
    const stopped: Stop[] = [];
    for (const chosen of profileFirst(going)) {
      const stop = await sendOne(chosen, unit, abort.current.signal).catch(() => ({
        field: partOf(chosen),
        text: "This file could not be made ready, so it was not sent. Take it out and choose it again.",
      }));
      if (stop) stopped.push(stop);
      else checks.sent(chosen);
    }
    setSending(null);
    setStops(stopped);
    // The page is read again in place: its address is the same, so going there would change nothing.
    if (stopped.length < going.length) router.refresh();
    if (stopped.length > 0) return;
    form.reset();
    setSaid({ ...said, agreed: false, nothingToKeep: false });
    location.hash = "files";
  }

  return {
    going,
    said,
    missing,
    sending,
    stops,
    say: (more: Partial<Said>) => {
      setSaid({ ...said, ...more });
      setMissing(NOTHING_MISSING);
    },
    /** Other files are there: what was said of those before does not hold for them. */
    beginAnew(): void {
      setStops([]);
      setSaid((now) => ({ ...NOTHING_SAID, changeMeant: now.changeMeant }));
      setMissing(NOTHING_MISSING);
    },
    send,
    stop: () => abort.current?.abort(),
  };
}

export type SendingInUse = ReturnType<typeof useSending>;
