import { currentViewer } from "@/app/_session/current-viewer";
import { readBrowserContext } from "@/lib/services/returns/read-browser-context";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext } from "../../form-fields";
import { problemStatus } from "../../problem-status";

const headers = { "cache-control": "no-store" };

/** What the checks in the sender's browser need beside the file. */
export async function GET(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  const asked = census.safeParse(new URL(request.url).searchParams.get("census"));
  if (!asked.success) return Response.json({ problem: { code: "address" } }, { status: 400, headers });
  const read = await readBrowserContext(currentSite(), await currentViewer(), {
    organisation,
    census: asked.data,
  });
  return read.ok
    ? Response.json(read.value, { headers })
    : Response.json({ problem: read.problem }, { status: problemStatus(read.problem.code), headers });
}
