import { COMPARED_MOST, compareHref, readCompared } from "@/lib/published/compare-address";

/** The form's fields become the address of the page: the state of a page is its path. Relative, for a proxy before us. */
export function GET(request: Request): Response {
  const given = new URL(request.url).searchParams.getAll("place");
  const read = readCompared(given);
  const location = compareHref(read.ok ? read.value.codes : given.slice(0, COMPARED_MOST + 1));
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store" },
  });
}
