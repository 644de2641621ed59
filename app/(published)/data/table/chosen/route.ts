import { TABLE_ROOT } from "@/lib/published/table-choice";

/**
 * The form's fields become the address of the table: the state of a page is its path. Whatever they are: the page says
 * what is wrong with them. Relative, for a proxy before us.
 */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const given = (name: string) => asked.getAll(name).filter((value) => value !== "");
  const marked = (mark: string, values: readonly string[]) => (values.length === 0 ? [] : [mark, ...values]);
  const segments = [
    ...given("place"),
    ...marked("measures", given("measure")),
    ...marked("by", given("by")),
    ...marked("in", given("release")),
  ];
  return new Response(null, {
    status: 303,
    headers: {
      location: [TABLE_ROOT, ...segments.slice(0, 150).map(encodeURIComponent)].join("/"),
      "cache-control": "no-store",
    },
  });
}
