import { readPublished } from "@/lib/services/published/read-published";
import { PublishedPage } from "../_components/published-page";

export const revalidate = false;
export const dynamic = "error";

export default async function Home() {
  const read = await readPublished(
    async (db) => (await db.rows("select number from published.release")).length,
  );
  return (
    <PublishedPage title="The national picture" current="home" synthetic edition={read?.edition ?? null}>
      <h1>The national picture {read?.value}</h1>
    </PublishedPage>
  );
}
