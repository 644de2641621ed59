import { z } from "zod";
import { currentViewer, type SignedIn } from "@/app/_session/current-viewer";
import {
  type FormProblem,
  problemNotice,
  refuseForeign,
  seeOther,
  sentence,
  withNotice,
} from "@/app/_session/form-answer";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import { receivePart } from "@/lib/services/returns/receive-part";
import { type Spooled, spool } from "@/lib/services/returns/spool";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, serviceUnit } from "../../form-fields";
import { problemStatus } from "../../problem-status";
import { returnHref } from "../../search-params";
import { UPLOAD_PARTS } from "../_sections/upload-parts";
import { boundaryOf, type FormPart, multipartParts } from "./multipart";

const FIELDS = z.object({ census, unit: serviceUnit });
const PIECE = 256 * 1024;
const LONGEST_FIELD = 1000;

/**
 * Receives the files of the upload form as a browser without JavaScript sends them. The form is written to disk as it
 * comes, and taken apart only once it is whole: it is never in memory, and one that is cut off leaves nothing.
 */
export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const foreign = refuseForeign(request);
  if (foreign) return foreign;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(returnHref(organisation))}`);
  if (!may(viewer, "upload a file", organisation))
    return sentence(403, refusal(viewer, "upload a file", organisation).problem.message);
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (!boundary || !request.body) return notOurs();
  const length = request.headers.get("content-length");
  const form = await spool(request.body, length === null ? null : Number(length));
  if (!form.ok)
    return sentence(
      problemStatus(form.problem.code),
      [form.problem.message, form.problem.mend].filter(Boolean).join(" "),
    );
  try {
    return await receiveForm(viewer, organisation, form.value, boundary);
  } finally {
    await form.value.remove();
  }
}

const notOurs = () =>
  sentence(
    400,
    "The upload is incomplete or is no form of ours, so nothing was stored. Open the return again and send the files from there.",
  );

async function receiveForm(viewer: SignedIn, organisation: string, form: Spooled, boundary: string) {
  const texts = await textFields(form, boundary).catch(() => null);
  const fields = FIELDS.safeParse(texts);
  if (!texts || !fields.success) return notOurs();
  const problems: FormProblem[] = [];
  let chosen = 0;
  // The profile first: it says whom the other files may speak for.
  for (const profiles of [true, false])
    for await (const part of multipartParts(form.read(PIECE), boundary)) {
      if (!part.fileName || (part.name === "profile") !== profiles) continue;
      chosen++;
      const problem = await receiveFile(viewer, organisation, fields.data, part);
      if (problem) problems.push(problem);
    }
  if (chosen === 0)
    problems.push({ code: "no-file", message: "Choose a file.", field: UPLOAD_PARTS[0]?.name });
  const back = returnHref(organisation, fields.data.census);
  const done = { kind: "done", message: "Your files are received and checked." } as const;
  return seeOther(
    await withNotice(back, problems.length > 0 ? problemNotice(problems) : done, viewer.person),
  );
}

/** What the form says beside its files; by reading it to its end, also that it is whole. */
async function textFields(form: Spooled, boundary: string): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for await (const { name, fileName, body } of multipartParts(form.read(PIECE), boundary)) {
    if (fileName !== null) continue;
    let text = Buffer.alloc(0);
    for await (const piece of body) if (text.length <= LONGEST_FIELD) text = Buffer.concat([text, piece]);
    fields[name] = text.toString("utf8");
  }
  return fields;
}

/** Each file for itself: one that is refused leaves the others standing. */
async function receiveFile(
  viewer: SignedIn,
  organisation: string,
  { census, unit }: z.infer<typeof FIELDS>,
  { name, fileName, body }: FormPart,
): Promise<FormProblem | null> {
  const part = UPLOAD_PARTS.find((one) => one.name === name);
  if (!part) return { code: "part-unknown", message: `The form has no place for a file called “${name}”.` };
  const received = await receivePart(currentSite(), viewer, {
    organisation,
    census,
    part: part.name,
    serviceUnit: unit,
    fileName: fileName ?? `${part.name}.csv`,
    source: body,
    declaredLength: null,
  });
  if (received.ok) return null;
  return { ...received.problem, message: `${part.title}: ${received.problem.message}`, field: part.name };
}
