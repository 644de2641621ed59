import { redirect } from "next/navigation";
import { PublishedPage } from "@/app/_components/published-page";
import { readPublished } from "@/lib/services/published/read-published";

export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

export default async function Place({ params }: { params: Promise<{ code: string; view?: string[] }> }) {
  const { code, view } = await params;
  const read = await readPublished(
    async (db) => (await db.rows("select number from published.release")).length,
  );
  if (view?.[0] === "latest") redirect(`/places/${code}/r2`);
  return (
    <PublishedPage
      title={code}
      current="places"
      synthetic
      edition={read?.edition ?? null}
      missing={code === "ZZZ"}
    >
      <h1>
        {code} {view?.join("+")} {read?.value}
      </h1>
    </PublishedPage>
  );
}
