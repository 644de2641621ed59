import { useCallback, useEffect, useRef, useState } from "react";
import type { GroupedFile } from "@/lib/returns/before-sending/group-file";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import { type Served, sameServed, servedWith } from "@/lib/returns/before-sending/served-by";
import type { UnknownHeader } from "@/lib/returns/before-sending/unknown-header";
import type { PartName } from "@/lib/returns/part";
import type { PortableContext } from "@/lib/returns/portable-context";
import { type Checker, STOPPED, startChecker } from "./start-checker";

/** A file that was dropped or chosen, and what it came to. */
export type ChosenFile = {
  id: string;
  file: File;
  field: PartName | null;
  state: "checking" | "checked" | "stopped" | "failed";
  /** Of its bytes, how much has been read: 0 to 1. */
  share: number;
  judged: JudgedFile | null;
  /** Whom the return was taken to serve when it was judged. */
  servedBy: Served;
  /** Where no header of it is known: the line that looks most like one. */
  unknownHeader: UnknownHeader | null;
  /** Whether its people go as groups, and the groups once they are made. */
  asGroups: boolean;
  grouped: GroupedFile | null;
};

type Args = { organisation: string; census: string };

/**
 * Files checked in the browser as they are chosen, by a thread that starts with the page. Of two files of one part the
 * later takes the earlier one's place.
 */
export function useCheckedFiles({ organisation, census }: Args) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [context, setContext] = useState<PortableContext | null>(null);
  /** Why the checks do not run here; then files go as they are, and the server checks them. */
  const [trouble, setTrouble] = useState<string | null>(null);
  const checker = useRef<Checker | null>(null);
  /** Resolved once the thread knows whose files it checks. */
  const ready = useRef<Promise<unknown>>(Promise.resolve());
  const last = useRef(0);
  /** By which keys were hashed last. */
  const lastKey = useRef<Uint8Array | null>(null);

  useEffect(() => {
    const change = (id: string, more: Partial<ChosenFile>) =>
      setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...more } : one)));
    const begun = startChecker({
      onProgress: (id, share) => change(id, { share }),
      onJudged: ({ id, judged, ...told }) =>
        setFiles((all) =>
          all
            .filter((one) => one.id === id || one.judged?.part !== judged.part)
            .map((one) => (one.id === id ? { ...one, judged, ...told, state: "checked", share: 1 } : one)),
        ),
    });
    checker.current = begun;
    const asked = fetch(`/returns/${organisation}/check-context?census=${census}`).then(async (answer) => {
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const read = (await answer.json()) as PortableContext;
      begun.tell(read);
      setContext(read);
    });
    ready.current = asked;
    asked.catch((error: Error) => setTrouble(error.message));
    return () => begun.end();
  }, [organisation, census]);

  const check = useCallback(async (given: readonly ChosenFile[], key: Uint8Array | null) => {
    lastKey.current = key;
    const ids = new Set(given.map(({ id }) => id));
    const all = (state: ChosenFile["state"]) =>
      setFiles((now) =>
        now.map((one) => (ids.has(one.id) && one.state === "checking" ? { ...one, state } : one)),
      );
    try {
      await ready.current;
      await checker.current?.ask({
        ask: "check",
        files: given.map(({ id, file, field }) => ({ id, file, field })),
        key,
      });
    } catch (error) {
      const { message } = error as Error;
      if (message === STOPPED) return all("stopped");
      setTrouble(message);
      all("failed");
    }
  }, []);

  const judged = files.flatMap((one) => one.judged ?? []);
  const known = context && { ...context, served: servedWith(context.served, judged) };

  // What a profile says of whom is served is asked of every other file: where it changes, they are judged anew.
  useEffect(() => {
    if (!context) return;
    const served = servedWith(
      context.served,
      files.flatMap((one) => one.judged ?? []),
    );
    const stale = files.filter(
      (one) => one.state === "checked" && one.judged?.part !== "profile" && !sameServed(one.servedBy, served),
    );
    if (stale.length === 0) return;
    checker.current?.tell({ ...context, served });
    const ids = new Set(stale.map(({ id }) => id));
    setFiles((all) =>
      all.map((one) => (ids.has(one.id) ? { ...one, state: "checking" as const, share: 0 } : one)),
    );
    void check(stale, lastKey.current);
  }, [files, context, check]);

  return {
    files,
    context,
    trouble,
    add(given: readonly File[], field: PartName | null, key: Uint8Array | null) {
      const added = given.map((file): ChosenFile => {
        last.current += 1;
        return {
          id: `file-${last.current}`,
          file,
          field,
          state: "checking",
          share: 0,
          judged: null,
          servedBy: null,
          unknownHeader: null,
          asGroups: false,
          grouped: null,
        };
      });
      if (known) checker.current?.tell(known);
      setFiles((all) => [...all.filter((one) => field === null || one.field !== field), ...added]);
      void check(added, key);
    },
    /** Judges every file anew: with another key, by another mapping, or one of them as a part that was chosen for it. */
    again(key: Uint8Array | null, newer?: PortableContext, as?: { id: string; part: PartName }) {
      if (newer) {
        checker.current?.tell({ ...newer, served: servedWith(newer.served, judged) });
        setContext(newer);
      }
      const all = files.map(
        (one): ChosenFile => ({
          ...one,
          field: one.id === as?.id ? as.part : one.field,
          state: "checking",
          share: 0,
          asGroups: false,
          grouped: null,
        }),
      );
      setFiles(all);
      void check(all, key);
    },
    /** Makes groups of a file's people, or takes that back. */
    async group({ id, file, judged }: ChosenFile, wanted: boolean, key: Uint8Array | null) {
      const change = (more: Partial<ChosenFile>) =>
        setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...more } : one)));
      change({ asGroups: wanted, grouped: null });
      if (!wanted || !judged) return;
      const grouped = await checker.current
        ?.ask({ ask: "group", file, part: judged.part, key })
        .catch(() => null);
      // The tick may have been taken back meanwhile, and then there are no groups.
      if (grouped)
        setFiles((all) => all.map((one) => (one.id === id && one.asGroups ? { ...one, grouped } : one)));
      else change({ asGroups: false, grouped: null });
    },
    /** What is known of the organisation has changed, by what was kept here. */
    know: (newer: PortableContext) => {
      checker.current?.tell({ ...newer, served: servedWith(newer.served, judged) });
      setContext(newer);
    },
    stop: () => checker.current?.stop(),
    remove: (id: string) => setFiles((all) => all.filter((one) => one.id !== id)),
    /** A file is in work now: it is no longer here, and what it says of whom is served still holds. */
    sent({ id, judged: of }: ChosenFile): void {
      setFiles((all) => all.filter((one) => one.id !== id));
      if (of) setContext((now) => now && { ...now, served: servedWith(now.served, [of]) });
    },
    ask: (async (asked) => {
      if (!checker.current) throw new Error("The checks have not started.");
      return checker.current.ask(asked);
    }) as Checker["ask"],
  };
}

export type CheckedFiles = ReturnType<typeof useCheckedFiles>;
