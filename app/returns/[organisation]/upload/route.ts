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
import { receivePart } from "@/lib/services/returns/receive-part";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext, serviceUnit } from "../../form-fields";
import { returnHref } from "../../search-params";
import { UPLOAD_PARTS } from "../_sections/upload-parts";

/** A form of files is held in memory while it is taken apart; with JavaScript each file comes in a stream instead. */
const LARGEST_FORM = 25_000_000;
const FIELDS = z.object({ census, unit: serviceUnit });

/** Receives the files of the upload form as a browser without JavaScript sends them. */
export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const foreign = refuseForeign(request);
  if (foreign) return foreign;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(returnHref(organisation))}`);
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LARGEST_FORM))
    return sentence(
      413,
      "Without JavaScript at most 25 MB are taken at once, so nothing was stored. Turn JavaScript on, or send the files with `muster import`.",
    );
  const form = await request.formData().catch(() => null);
  const fields = FIELDS.safeParse(form ? { census: form.get("census"), unit: form.get("unit") ?? "" } : null);
  if (!form || !fields.success)
    return sentence(
      400,
      "The upload was cut off or is no form of ours, so nothing was stored. Open the return again and send the files from there.",
    );
  const problems = await receiveFiles(viewer, organisation, fields.data, form);
  const back = returnHref(organisation, fields.data.census);
  return seeOther(
    problems.length > 0
      ? await withNotice(back, problemNotice(problems), viewer.person)
      : await withNotice(
          back,
          { kind: "done", message: "Your files are received and checked." },
          viewer.person,
        ),
  );
}

/** Each chosen file for itself: one that is refused leaves the others standing. */
async function receiveFiles(
  viewer: SignedIn,
  organisation: string,
  { census, unit }: z.infer<typeof FIELDS>,
  form: FormData,
): Promise<FormProblem[]> {
  const problems: FormProblem[] = [];
  let chosen = 0;
  for (const { name: part, title } of UPLOAD_PARTS) {
    const file = form.get(part);
    if (!(file instanceof File) || file.name === "") continue;
    chosen++;
    const received = await receivePart(currentSite(), viewer, {
      organisation,
      census,
      part,
      serviceUnit: unit,
      fileName: file.name,
      source: file.stream(),
      declaredLength: file.size,
    });
    if (!received.ok)
      problems.push({ ...received.problem, message: `${title}: ${received.problem.message}`, field: part });
  }
  if (chosen === 0)
    problems.push({ code: "no-file", message: "Choose a file.", field: UPLOAD_PARTS[0]?.name });
  return problems;
}
