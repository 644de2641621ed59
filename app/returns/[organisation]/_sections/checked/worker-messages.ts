import type { GroupedFile } from "@/lib/returns/before-sending/group-file";
import type { JudgedFile } from "@/lib/returns/before-sending/judge-file";
import type { Served } from "@/lib/returns/before-sending/served-by";
import type { UnknownHeader } from "@/lib/returns/before-sending/unknown-header";
import type { PartName } from "@/lib/returns/part";
import type { PortableContext } from "@/lib/returns/portable-context";

/** A file, and the part in whose field it was chosen; null where it was dropped. */
export type GivenFile = { id: string; file: File; field: PartName | null };

type OneFile = { file: File; part: PartName };

/** What the page asks of the worker; each is answered under its number. */
export type Asked =
  | { ask: "check"; files: readonly GivenFile[]; key: Uint8Array | null }
  | ({ ask: "prepare"; keys: { hashWith: Uint8Array } | "leave-out" | "as-they-are" } & OneFile)
  | ({ ask: "group"; key: Uint8Array | null } & OneFile)
  | ({ ask: "list" } & OneFile)
  | ({ ask: "annotate" } & OneFile);

export type Answers = {
  /**
   * Each with whom the return was taken to serve as it was judged; and where no header of it is known, with the line that
   * looks most like one.
   */
  check: { id: string; judged: JudgedFile; servedBy: Served; unknownHeader: UnknownHeader | null }[];
  /** The file as it may leave. */
  prepare: Blob;
  /** A workforce file with groups in place of people; null where it has errors. */
  group: GroupedFile | null;
  /** Every finding, as CSV. */
  list: Blob;
  /** The sender's own file, whole, with what was found beside each row. */
  annotate: Blob;
};

export type ToWorker = { context: PortableContext } | ({ number: number } & Asked);

export type FromWorker =
  | { number: number; progress: { id: string; done: number; size: number } }
  | { number: number; judged: Answers["check"][number] }
  | { number: number; answer: Answers[keyof Answers] }
  | { number: number; failed: string };
