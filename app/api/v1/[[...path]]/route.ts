import { apiAnswer } from "@/app/_components/api-answer";
import { problemBody } from "@/lib/published/api/api-problem";
import { API_ROOT } from "@/lib/published/api/endpoint";
import { ENDPOINTS } from "@/lib/published/api/endpoints";
import { decodeSegment } from "@/lib/published/decode-segment";
import { answerApi } from "@/lib/services/published/api-answer";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ path?: string[] }> }) {
  const { path = [] } = await params;
  const url = new URL(request.url);
  if (path.length === 0) return apiAnswer(request, { body: INDEX });
  const answer = await answerApi(path.map(decodeSegment), url.searchParams);
  switch (answer.kind) {
    case "moved":
      return apiAnswer(request, { moved: answer.to });
    case "refused":
      return apiAnswer(request, { problem: problemBody(answer.problem, url.pathname + url.search) });
    case "found":
      return apiAnswer(request, answer);
  }
}

/** What is here: for who comes to the root. */
const INDEX = {
  title: "Muster: published figures",
  documentation: "/data/api",
  openapi: `${API_ROOT}/openapi.json`,
  endpoints: ENDPOINTS.map(({ path, title }) => ({ path: `${API_ROOT}${path}`, title })),
};
