export const dynamic = "force-dynamic";

/** Whether this process is alive: asks nothing of the database, which `/ready` does. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "cache-control": "no-store", "content-type": "text/plain" } });
}
