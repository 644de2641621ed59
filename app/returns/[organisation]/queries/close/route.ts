import { closeQueryForm } from "@/app/_components/queries/query-forms";
import type { OrganisationContext } from "../../../form-fields";
import { queriesOf } from "../queries-of";

export async function POST(request: Request, { params }: OrganisationContext): Promise<Response> {
  return closeQueryForm(request, queriesOf((await params).organisation));
}
