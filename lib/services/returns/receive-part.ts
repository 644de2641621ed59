import { randomUUID } from "node:crypto";
import { draftParts, setDraftPart } from "@/db/queries/draft-parts";
import { insertFindings } from "@/db/queries/findings";
import { tryLockUpload } from "@/db/queries/locks";
import { insertPart, type ReceivedPart } from "@/db/queries/parts";
import { ensureReturn } from "@/db/queries/returns";
import { inTransaction, type Transaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { withoutControls } from "@/lib/format/plain-text";
import { fail, ok, type Result } from "@/lib/result";
import { type Agreed, withAgreed } from "@/lib/returns/before-sending/agreed-repairs";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import type { Report } from "@/lib/returns/report";
import { RULE_SET } from "@/lib/returns/rule-set";
import { record } from "../record";
import type { Site } from "../site";
import { own } from "../standing";
import { keepAssetSums } from "./asset-sums";
import { checkAndLoad, isLarge } from "./check-and-load";
import { checkContext } from "./check-context";
import { haveManyRows } from "./difference-between";
import { keepBytes } from "./keep-bytes";
import { openWindow, takeTurn } from "./open-window";
import { type Spooled, spool } from "./spool";
import { holdsUnknown, withoutUnknown } from "./without-unknown";
import { askToWorkOut } from "./work-out-ahead";

export type UploadArgs = {
  organisation: string;
  census: string;
  part: PartName;
  serviceUnit: string;
  fileName: string;
  source: AsyncIterable<Uint8Array>;
  /** What the sender said of its length; null when nothing was said. */
  declaredLength: number | null;
  /** The file that this one is made from: where another stands in its place by now, nothing is received. */
  inPlaceOf?: string;
  /** The fingerprint of the key with which the file's person keys were hashed before it was sent, where that is known. */
  keyFingerprint?: string | null;
  /** Repairs that the sender saw and agreed to before sending, by rule; nothing where nobody was asked. */
  agreed?: Agreed;
  /** What else is told to the audit of it, in the same transaction, of the file as received. */
  alsoRecord?: (partId: string) => { verb: string; detail: Record<string, unknown> };
};

/** `unchanged`: the draft held these very bytes already, judged by these very rules and this very mapping. */
export type Received = { partId: string; report: Report | null; unchanged: boolean };

/**
 * Receives one file of a return: checked, its bytes and rows stored, standing in the draft. All of it or nothing.
 * A file with errors is kept too, so that its findings can be read and mended; its rows are not. A file that cannot be
 * read, is another's, or holds personal data is refused and nothing of it is kept.
 */
export async function receivePart(site: Site, viewer: Viewer, args: UploadArgs): Promise<Result<Received>> {
  if (!may(viewer, "upload a file", args.organisation, args.serviceUnit))
    return refusal(viewer, "upload a file", args.organisation, args.serviceUnit);
  if (!PARTS[args.part]) return unknownPart(args.part);
  // A small file has come before it could be refused.
  if (args.declaredLength === null || isLarge({ byteCount: args.declaredLength })) {
    const open = await inTransaction(site.pool, own(args.organisation), (reader) =>
      openWindow(reader, site, args),
    );
    if (!open.ok) return open;
  }
  const spooled = await spool(args.source, args.declaredLength);
  if (!spooled.ok) return spooled;
  try {
    return await inTransaction(site.pool, own(args.organisation), (transaction) =>
      keep(transaction, site, viewer, args, spooled.value),
    );
  } finally {
    await spooled.value.remove();
  }
}

const unknownPart = (part: string) =>
  fail("part-unknown", `There is no part called “${part}”.`, `Send one of ${Object.keys(PARTS).join(", ")}.`);

/** “Renal” and “renal” are one unit. */
const unitKey = (name: string) => name.trim().toLowerCase();

/** How the draft already writes the name of a unit: its files stand under the name that came first. */
const unitInDraft = (draft: readonly ReceivedPart[], unit: string): string => {
  const names = draft.map(({ serviceUnit }) => serviceUnit).filter((name) => unitKey(name) === unitKey(unit));
  return names.includes(unit) ? unit : (names.sort()[0] ?? unit);
};

async function keep(
  transaction: Transaction,
  site: Site,
  viewer: Viewer,
  args: UploadArgs,
  file: Spooled,
): Promise<Result<Received>> {
  const { organisation, census, part } = args;
  // Reading a large file takes long, and neither closing the collection nor submitting waits for that.
  const late = isLarge(file);
  const turn = late ? ok(null) : await takeTurn(transaction, site, args);
  if (!turn.ok) return turn;
  const upload = { census, organisation, part, serviceUnit: unitKey(args.serviceUnit) };
  const lock = await tryLockUpload(transaction, upload);
  if (!lock.free)
    return fail(
      "upload-in-progress",
      "Another upload of this part is under way.",
      "Wait until it has ended, then send the file again.",
    );
  const returnId = lock.returnId ?? (await ensureReturn(transaction, census, organisation));
  const draft = await draftParts(transaction, returnId);
  const serviceUnit = unitInDraft(draft, args.serviceUnit);
  const standsIn = (files: readonly ReceivedPart[]) =>
    files.find((other) => other.part === part && other.serviceUnit === serviceUnit);
  const present = standsIn(draft);
  if (args.inPlaceOf !== undefined && present?.id !== args.inPlaceOf) return anotherCame();
  const context = await checkContext(transaction, args, draft);
  // Where a check spoke, it may have been of the places or of the profile, which may have changed since.
  const sound =
    present?.verdict === "accepted" && present.counts.every(({ severity }) => severity === "notice");
  if (
    sound &&
    present.sha256 === file.sha256 &&
    present.ruleSet === RULE_SET &&
    present.mapping === context.mappingVersion
  )
    return ok({ partId: present.id, report: null, unchanged: true });

  const partId = randomUUID();
  const { report, sums, attach } = await checkAndLoad(
    transaction,
    { part, partId, organisation },
    file,
    context,
  );
  if (report.refusal) return { ok: false, problem: report.refusal };
  // Sent in the wrong place: it must not put aside the file that stands there.
  const misplaced = report.findings.find(({ code }) => code === "another-part");
  if (misplaced) return fail(misplaced.code, misplaced.message, misplaced.mend);
  const personal = report.findings.filter((finding) => finding.code.startsWith("personal-data"));
  if (personal.length > 0)
    return refusePersonalData(personal.map((finding) => ({ line: finding.line, header: finding.header })));

  const bytesKept = !holdsUnknown(report);
  await insertPart(transaction, {
    id: partId,
    returnId,
    organisation,
    part,
    serviceUnit,
    verdict: report.verdict === "accepted" ? "accepted" : "errors",
    rows: report.rows,
    fileName: withoutControls(args.fileName).slice(0, 200),
    byteCount: file.byteCount,
    sha256: file.sha256,
    bytesKept,
    ruleSet: report.ruleSet,
    mapping: context.mappingVersion,
    keyFingerprint: args.keyFingerprint ?? null,
    schemaVersion: PARTS[part]?.schemaVersion ?? "",
    repairs: withAgreed(report.repairs, args.agreed),
    counts: report.counts,
    receivedBy: viewer.kind === "person" ? viewer.person : null,
  });
  if (bytesKept) await keepBytes(transaction, { partId, organisation }, file);
  await insertFindings(transaction, partId, organisation, report.findings.map(withoutUnknown));
  if (sums && report.verdict === "accepted") await keepAssetSums(transaction, { organisation, partId }, sums);
  if (late) {
    const still = await takeTurn(transaction, site, args);
    if (!still.ok) return still;
    if (
      args.inPlaceOf !== undefined &&
      standsIn(await draftParts(transaction, returnId))?.id !== args.inPlaceOf
    )
      return anotherCame();
  }
  // A large file that is replaced locks the part's table, and after it those in it: so does one that is attached.
  await setDraftPart(transaction, { returnId, organisation, part, serviceUnit, partId });
  const stored = await attach();
  if (report.verdict === "accepted" && stored !== report.rows)
    throw new Error(`${report.rows} rows were read of part ${partId}, and ${stored} stored.`);
  const subject = `${census} ${part}${serviceUnit ? ` ${serviceUnit}` : ""}`;
  await record(transaction, viewer, {
    verb: "part.received",
    organisation,
    subject,
    detail: {
      part: partId,
      rows: report.rows,
      verdict: report.verdict,
      sha256: file.sha256,
      before: present?.sha256 ?? null,
      ...(args.agreed && Object.keys(args.agreed).length > 0 ? { agreed: args.agreed } : {}),
      ...(context.mappingVersion === null ? {} : { mapping: context.mappingVersion }),
    },
  });
  if (args.alsoRecord)
    await record(transaction, viewer, { organisation, subject, ...args.alsoRecord(partId) });
  // So that no page has to wait for it.
  if (haveManyRows([report])) await askToWorkOut(site, transaction, args);
  return ok({ partId, report, unchanged: false });
}

const anotherCame = () =>
  fail(
    "another-file-came",
    "Another file has come in place of this one meanwhile, so nothing was changed.",
    "Open the return again and look at the file that stands there now.",
  );

/** Says where, and never what: the value itself must not travel further. */
function refusePersonalData(places: { line: number | null; header: string | null }[]) {
  const where = places.slice(0, 5).map(({ line, header }) => `line ${line}${header ? ` (${header})` : ""}`);
  const more = places.length > where.length ? ` and ${places.length - where.length} more` : "";
  return fail(
    "personal-data",
    `The file seems to hold personal data in ${where.join(", ")}${more}, so nothing of it was stored.`,
    "Take out names, e-mail addresses, NI numbers and long numbers in free text, then send it again.",
  );
}
