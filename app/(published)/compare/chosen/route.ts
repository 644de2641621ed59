import { COMPARED_MOST, compareHref, readCompared } from "@/lib/published/compare-address";
import { readReleaseSegment } from "@/lib/published/place-address";

/**
 * The form's fields become the address of the page: the state of a page is its path, with the release that the form
 * was shown for where its address held one. Relative, for a proxy before us.
 */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const given = asked.getAll("place");
  const read = readCompared(given);
  const release = readReleaseSegment(asked.get("release") ?? "");
  const location = compareHref(
    read.ok ? read.value.codes : given.slice(0, COMPARED_MOST + 1),
    typeof release === "number" ? release : undefined,
  );
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store" },
  });
}
