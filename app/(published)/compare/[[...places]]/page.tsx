import { redirect } from "next/navigation";
import { CompareForm } from "@/app/_components/published/compare-form";
import { ComparedPlaces } from "@/app/_components/published/compared-places";
import { NothingPublished } from "@/app/_components/published/nothing-published";
import { PublishedPage } from "@/app/_components/published-page";
import { shortName } from "@/lib/places/short-name";
import { decodeSegment } from "@/lib/published/decode-segment";
import { readComparePage } from "@/lib/services/published/compare-page";

export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

/** Up to four places side by side. */
export default async function CompareRoute({ params }: { params: Promise<{ places?: string[] }> }) {
  const segments = (await params).places ?? [];
  const read = await readComparePage(segments.map(decodeSegment));
  if (read === null) return null;
  const page = read.value;
  if (page.moved !== null) redirect(page.moved);
  const title =
    page.places.length > 0
      ? `${page.places.map(({ name }) => shortName(name)).join(", ")} compared`
      : "Compare places";
  return (
    <PublishedPage
      title={title}
      current="places"
      synthetic={page.site.synthetic}
      // A page of made-up or mistaken codes is never kept, so that it pushes nothing out of the cache.
      edition={page.problem ? null : read.edition}
      missing={page.problem !== null}
      crumbs={[
        { text: "Home", href: "/" },
        { text: "Places", href: "/places" },
      ]}
    >
      {page.note === null ? (
        <NothingPublished />
      ) : (
        <>
          <h1 className="nhsuk-heading-xl">Compare places</h1>
          {page.problem ? <p>{page.problem.message}</p> : null}
          <ComparedPlaces page={page} note={page.note} />
          <CompareForm page={page} />
        </>
      )}
    </PublishedPage>
  );
}
