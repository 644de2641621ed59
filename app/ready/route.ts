import { readReadiness } from "@/lib/services/published/readiness";

export const dynamic = "force-dynamic";

/** Whether the process can do its work: the database answers and is migrated. */
export async function GET() {
  const readiness = await readReadiness();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
