import { currentViewer } from "@/app/_session/current-viewer";
import { fromOwnPage } from "@/app/_session/from-own-page";
import { keepKeyFingerprint } from "@/lib/services/returns/keep-key-fingerprint";
import { currentSite } from "@/lib/services/site";
import type { OrganisationContext } from "../../form-fields";
import { problemStatus } from "../../problem-status";

const headers = { "cache-control": "no-store" };

/** Keeps the fingerprint, and nothing else, of the key with which the organisation hashes its person keys. */
export async function PUT(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  if (!fromOwnPage(request.headers))
    return Response.json(
      { problem: { code: "foreign-page", message: "This was not sent from a page of this site." } },
      { status: 403, headers },
    );
  const fingerprint = new URL(request.url).searchParams.get("fingerprint") ?? "";
  const done = await keepKeyFingerprint(currentSite(), await currentViewer(), { organisation, fingerprint });
  return done.ok
    ? Response.json({ fingerprint }, { headers })
    : Response.json({ problem: done.problem }, { status: problemStatus(done.problem.code), headers });
}
