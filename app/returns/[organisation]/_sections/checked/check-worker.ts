import { annotatedFile } from "@/lib/returns/annotated-file";
import { groupFile } from "@/lib/returns/before-sending/group-file";
import { judgeFile } from "@/lib/returns/before-sending/judge-file";
import { recognisePart } from "@/lib/returns/before-sending/recognise-part";
import { createSendableFile, type PersonKeysSent } from "@/lib/returns/before-sending/sendable-file";
import { servedWith } from "@/lib/returns/before-sending/served-by";
import { unknownHeader } from "@/lib/returns/before-sending/unknown-header";
import { checkFile } from "@/lib/returns/check-file";
import { findingLine, findingsHeader } from "@/lib/returns/findings-csv";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { createPersonKeyHasher } from "@/lib/returns/person-key";
import { contextOf, type PortableContext } from "@/lib/returns/portable-context";
import type { Finding } from "@/lib/returns/report";
import { readReturnFileName } from "@/lib/returns/return-file";
import { templateCsv } from "@/lib/returns/template";
import type { Answers, Asked, FromWorker, GivenFile, ToWorker } from "./worker-messages";

/** The checks of a return in a thread of the browser's own: nothing here reaches the network. */

const PIECE = 256 * 1024;
const HEAD = 64 * 1024;
const BETWEEN_PROGRESS = 50;

/** Where no key is at hand, keys are hashed for the checks alone; what is sent is made apart. */
const throwAway = crypto.getRandomValues(new Uint8Array(32));

/** Whose files these are; whom they serve as the page last said it, of the profiles in work and those checked here. */
let portable: PortableContext | null = null;

const post = (message: FromWorker) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  if ("context" in data) {
    portable = data.context;
    await warmUp();
    return;
  }
  const { number } = data;
  try {
    post({ number, answer: await answer(number, data) });
  } catch (error) {
    post({ number, failed: error instanceof Error ? error.message : String(error) });
  }
});

/** Reads the filled template once, so that the first file meets code that has run before. */
async function warmUp(): Promise<void> {
  const source = new TextEncoder().encode(templateCsv(PARTS.workforce, { examples: true }));
  recognisePart(source, "workforce", portable?.mapping ?? undefined);
  await judgeFile({ part: "workforce", source, context: context(null) });
}

function answer(number: number, asked: Asked): Promise<Answers[keyof Answers]> {
  if (asked.ask === "check") return check(number, asked.files, asked.key);
  if (asked.ask === "group") return groupFile(piecesOf(asked.file), context(asked.key));
  if (asked.ask === "prepare") return prepare(asked);
  return asked.ask === "list" ? list(asked) : annotate(asked);
}

function context(key: Uint8Array | null) {
  if (!portable) throw new Error("The checks do not know yet whose file it is.");
  return contextOf(portable, key ? { hashWith: key } : { hashWith: throwAway, forThisRun: true });
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE)
    yield new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
}

const headOf = async (file: File) => new Uint8Array(await file.slice(0, HEAD).arrayBuffer());

async function partOf({ file, field }: GivenFile): Promise<PartName> {
  const head = await headOf(file);
  const byName = field ?? readReturnFileName(file.name)?.part ?? "workforce";
  return recognisePart(head, byName, portable?.mapping ?? undefined) ?? byName;
}

async function check(number: number, files: readonly GivenFile[], key: Uint8Array | null) {
  const withParts = await Promise.all(files.map(async (given) => ({ ...given, part: await partOf(given) })));
  // Profiles first: they say whom the others may speak for.
  withParts.sort((a, b) => Number(b.part === "profile") - Number(a.part === "profile"));
  const all: Answers["check"] = [];
  let served = context(key).served;
  for (const { id, file, part } of withParts) {
    let done = 0;
    let told = 0;
    const judged = await judgeFile({
      part,
      source: piecesOf(file),
      context: { ...context(key), served },
      onPiece(bytes) {
        done += bytes;
        if (Date.now() - told < BETWEEN_PROGRESS) return;
        told = Date.now();
        post({ number, progress: { id, done, size: file.size } });
      },
    });
    const noHeader = judged.report.refusal?.code === "no-header";
    const one = {
      id,
      judged,
      servedBy: served,
      unknownHeader: noHeader ? unknownHeader(await headOf(file)) : null,
    };
    served = servedWith(served, [judged]);
    post({ number, judged: one });
    all.push(one);
  }
  return all;
}

async function prepare({ file, part, keys }: Extract<Asked, { ask: "prepare" }>): Promise<Blob> {
  const texts: string[] = [];
  const key = typeof keys === "string" ? null : keys.hashWith;
  const known = context(key);
  const sent: PersonKeysSent = key
    ? { hash: createPersonKeyHasher(key, known.organisation) }
    : keysAsWord(keys);
  const { onHeader, onRecord } = createSendableFile(sent, (text) => texts.push(text));
  await checkFile({ part, source: piecesOf(file), context: known, keepOfARule: 0, onHeader, onRecord });
  return new Blob(texts, { type: "text/csv" });
}

const keysAsWord = (keys: Extract<Asked, { ask: "prepare" }>["keys"]): "leave-out" | "as-they-are" =>
  keys === "as-they-are" ? keys : "leave-out";

async function list({ file, part }: Extract<Asked, { ask: "list" }>): Promise<Blob> {
  const found: { code: string; line: string }[] = [];
  const onFinding = (finding: Finding) => found.push({ code: finding.code, line: findingLine(finding) });
  const source = piecesOf(file);
  const { counts } = await checkFile({ part, source, context: context(null), keepOfARule: 0, onFinding });
  // Those of a rule that the rest of the file made void are not counted, nor listed.
  const standing = new Set(counts.map(({ code }) => code));
  const lines = found.filter(({ code }) => standing.has(code)).map(({ line }) => line);
  // Its mark, without which Excel reads UTF-8 as Windows-1252.
  return new Blob(["\ufeff", findingsHeader(), ...lines], { type: "text/csv" });
}

/** Findings of a rule that are written beside rows; a file with more of them is mended by its rule, and not row by row. */
const BESIDE_ROWS = 100_000;

async function annotate({ file, part }: Extract<Asked, { ask: "annotate" }>): Promise<Blob> {
  const known = { part, context: context(null) };
  const { findings } = await checkFile({ ...known, source: piecesOf(file), keepOfARule: BESIDE_ROWS });
  const texts: string[] = [];
  for await (const text of annotatedFile({ ...known, source: piecesOf(file) }, findings)) texts.push(text);
  return new Blob(texts, { type: "text/csv" });
}
