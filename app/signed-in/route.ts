import { currentViewer } from "@/app/_session/current-viewer";
import { navigationOf } from "@/app/_session/standing";

const headers = { "cache-control": "no-store" };

/** Who is signed in, for the strip on published pages, which are the same for everyone. Nothing when nobody is. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  if (viewer.kind !== "person") return new Response(null, { status: 204, headers });
  const links = navigationOf(viewer)
    .filter(({ own }) => own)
    .map(({ text, href }) => ({ text, href }));
  return Response.json({ name: viewer.name, links }, { headers });
}
