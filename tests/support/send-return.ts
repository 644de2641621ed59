import type { PartName } from "@/lib/returns/part";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { receivePart } from "@/lib/services/returns/receive-part";
import { submitReturn } from "@/lib/services/returns/submit-return";
import type { Site } from "@/lib/services/site";
import { OPERATOR, value } from "./service-site";

/** A file to send: of the whole organisation where no unit is named. */
export type FileToSend = { part: PartName; text: string; serviceUnit?: string };

async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** Sends a return's files, as a submitter's upload does, and submits them. */
export async function submitFiles(
  site: Site,
  organisation: string,
  census: string,
  files: readonly FileToSend[],
) {
  for (const { part, text, serviceUnit = "" } of files) {
    const { partId, report } = value(
      await receivePart(site, OPERATOR, {
        organisation,
        census,
        part,
        serviceUnit,
        fileName: `${part}.csv`,
        source: pieces(text),
        declaredLength: Buffer.byteLength(text),
      }),
    );
    const errors = report?.findings.filter(({ severity }) => severity === "error") ?? [];
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "));
    value(await acknowledgeAll(site, OPERATOR, { organisation, partId, reason: "As it is." }));
  }
  return value(
    await submitReturn(site, OPERATOR, { organisation, census, removalReason: "It is as it is." }),
  );
}

/** Sends, submits and approves. */
export async function sendReturn(
  site: Site,
  organisation: string,
  census: string,
  files: readonly FileToSend[],
) {
  const { submission } = await submitFiles(site, organisation, census, files);
  value(await approveReturn(site, OPERATOR, { organisation, submission }));
}
