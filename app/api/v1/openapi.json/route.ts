import { apiAnswer } from "@/app/_components/api-answer";
import { openApiDocument } from "@/lib/published/api/openapi";

export const dynamic = "force-dynamic";

/** The interface as an OpenAPI 3.1 document. */
export const GET = (request: Request) => apiAnswer(request, { body: openApiDocument() });
