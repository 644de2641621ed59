import { readHomePage } from "@/lib/services/published/home-page";
import { Home } from "../_components/published/home";
import { NothingPublished } from "../_components/published/nothing-published";
import { PublishedPage } from "../_components/published-page";

export const revalidate = false;
export const dynamic = "error";

export default async function HomeRoute() {
  const read = await readHomePage();
  return (
    <PublishedPage
      title="The national picture"
      description="How many clinical engineers the NHS has, how many posts are vacant, how old its workforce is, where, since when and how sure."
      current="home"
      synthetic={read?.value.site.synthetic ?? false}
      edition={read?.edition ?? null}
    >
      {read?.value.picture ? <Home page={read.value.picture} site={read.value.site} /> : <NothingPublished />}
    </PublishedPage>
  );
}
