import { z } from "zod";
import { answerForm } from "@/app/_session/form-answer";
import { ok } from "@/lib/result";
import { closeCollection } from "@/lib/services/collections/open-collection";
import { currentSite } from "@/lib/services/site";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ census: string }> },
): Promise<Response> {
  const { census } = await params;
  return answerForm(request, `/admin/collections/${census}`, z.object({}), async (viewer) => {
    const closed = await closeCollection(currentSite(), viewer, { census });
    return closed.ok ? ok({ message: "The collection is closed." }) : closed;
  });
}
