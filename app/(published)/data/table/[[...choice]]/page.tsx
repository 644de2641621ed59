import { redirect } from "next/navigation";
import { ChosenTables } from "@/app/_components/published/chosen-tables";
import { NothingPublished } from "@/app/_components/published/nothing-published";
import { TableForm } from "@/app/_components/published/table-form";
import { PublishedPage } from "@/app/_components/published-page";
import { decodeSegment } from "@/lib/published/decode-segment";
import { readTablePage } from "@/lib/services/published/table-page";

export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

/** A table of one's own: places, measures, a breakdown and releases, all of them in its address. */
export default async function TableRoute({ params }: { params: Promise<{ choice?: string[] }> }) {
  const segments = (await params).choice ?? [];
  const read = await readTablePage(segments.map(decodeSegment));
  if (read === null) return null;
  const page = read.value;
  if (page.moved !== null) redirect(page.moved);
  return (
    <PublishedPage
      title={page.tables.length > 0 ? page.tables.map(({ title }) => title).join(", ") : "Make a table"}
      current="data"
      synthetic={page.site.synthetic}
      // A page of made-up or mistaken choices is never kept, so that it pushes nothing out of the cache.
      edition={page.problem ? null : read.edition}
      missing={page.problem !== null}
      crumbs={[
        { text: "Home", href: "/" },
        { text: "Data", href: "/data" },
      ]}
    >
      <h1 className="nhsuk-heading-xl">Make a table</h1>
      {page.offer === null ? (
        <NothingPublished />
      ) : (
        <>
          {page.problem ? (
            <p>
              {page.problem.message} {page.problem.mend}
            </p>
          ) : null}
          <ChosenTables page={page} />
          <section aria-labelledby="choose">
            <h2 id="choose">{page.tables.length > 0 ? "Choose others" : "Choose what it holds"}</h2>
            <TableForm offer={page.offer} choice={page.choice} />
          </section>
        </>
      )}
    </PublishedPage>
  );
}
