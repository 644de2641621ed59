import { askForm } from "@/app/_components/queries/query-forms";
import { type AskedContext, askedReturn } from "../asked-return";

export async function POST(request: Request, { params }: AskedContext): Promise<Response> {
  return askForm(request, askedReturn(await params));
}
