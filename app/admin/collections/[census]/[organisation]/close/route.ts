import { closeQueryForm } from "@/app/_components/queries/query-forms";
import { type AskedContext, askedReturn } from "../asked-return";

export async function POST(request: Request, { params }: AskedContext): Promise<Response> {
  return closeQueryForm(request, askedReturn(await params));
}
