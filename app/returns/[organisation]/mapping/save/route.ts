import { z } from "zod";
import { currentViewer } from "@/app/_session/current-viewer";
import { answerForm, formFields } from "@/app/_session/form-answer";
import { fromOwnPage } from "@/app/_session/from-own-page";
import { ok, type Problem } from "@/lib/result";
import { mappingOfFields } from "@/lib/returns/mapping/word-fields";
import { changeMapping } from "@/lib/services/returns/change-mapping";
import { currentSite } from "@/lib/services/site";
import { census, type OrganisationContext } from "../../../form-fields";
import { problemStatus } from "../../../problem-status";
import { returnHref } from "../../../search-params";

const headers = { "cache-control": "no-store" };

/** Remembers what own words mean: for the mapping page by a redirect, for the checks in the browser as JSON. */
export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  const { organisation } = await params;
  if (request.headers.get("accept") === "application/json") return answerJson(request, organisation);
  return answerForm(
    request,
    (typed) => returnHref(organisation, census.safeParse(typed.census).data ?? null, "/mapping"),
    z.looseObject({ census }),
    async (viewer, fields) => {
      const mapping = mappingOfFields(fields as Record<string, string>);
      const done = await changeMapping(currentSite(), viewer, { organisation, how: "add", mapping });
      return done.ok
        ? ok({ message: "Your words are remembered. Send the file again, and it is read by them." })
        : done;
    },
  );
}

async function answerJson(request: Request, organisation: string): Promise<Response> {
  const refuse = (status: number, problem: Problem) => Response.json({ problem }, { status, headers });
  if (!fromOwnPage(request.headers))
    return refuse(403, { code: "foreign-page", message: "This was not sent from a page of this site." });
  const fields = await formFields(request);
  if (!fields) return refuse(413, { code: "form", message: "These are more words than one form takes." });
  const asked = census.safeParse(fields.census);
  if (!asked.success)
    return refuse(400, {
      code: "form",
      message: asked.error.issues[0]?.message ?? "This form is none of ours.",
    });
  const mapping = mappingOfFields(fields);
  const done = await changeMapping(currentSite(), await currentViewer(), {
    organisation,
    how: "add",
    mapping,
  });
  if (!done.ok) return refuse(problemStatus(done.problem.code), done.problem);
  const { version, headers: ofHeaders, values } = done.value;
  return Response.json({ version, mapping: { headers: ofHeaders, values } }, { headers });
}
