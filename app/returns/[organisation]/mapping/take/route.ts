import { currentViewer } from "@/app/_session/current-viewer";
import { problemNotice, refuseForeign, seeOther, sentence, withNotice } from "@/app/_session/form-answer";
import { fail, type Result } from "@/lib/result";
import { type Mapping, readMapping } from "@/lib/returns/mapping/mapping";
import { changeMapping } from "@/lib/services/returns/change-mapping";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext } from "../../../form-fields";
import { returnHref } from "../../../search-params";

const LARGEST = 512 * 1024;

/** Takes a mapping file in place of what is remembered. */
export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const foreign = refuseForeign(request);
  if (foreign) return foreign;
  const viewer = await currentViewer();
  if (viewer.kind !== "person")
    return seeOther(`/sign-in?next=${encodeURIComponent(returnHref(organisation, null, "/mapping"))}`);
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= LARGEST))
    return sentence(413, "This file is larger than any mapping, so nothing was done.");
  const form = await request.formData().catch(() => null);
  const asked = census.safeParse(form?.get("census"));
  const back = returnHref(organisation, asked.success ? asked.data : null, "/mapping");
  const given = await mappingIn(form?.get("mapping"));
  const done = given.ok
    ? await changeMapping(currentSite(), viewer, { organisation, how: "replace", mapping: given.value })
    : given;
  const notice = done.ok
    ? ({ kind: "done", message: `The file is taken: version ${done.value.version}.` } as const)
    : problemNotice([{ ...done.problem, field: "mapping" }]);
  return seeOther(await withNotice(back, notice, viewer.person));
}

async function mappingIn(given: FormDataEntryValue | null | undefined): Promise<Result<Mapping>> {
  if (!(given instanceof File) || given.name === "") return fail("no-file", "Choose a mapping file.");
  return readMapping(await given.text());
}
