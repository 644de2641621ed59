import { fileAnswer } from "@/app/_components/file-answer";
import { newsOf } from "@/lib/published/news";
import { newsFeed } from "@/lib/published/news-feed";
import { readSiteFacts } from "@/lib/services/published/site-facts";

export const dynamic = "force-dynamic";

/** What is new, for a reader of feeds. */
export async function GET(request: Request): Promise<Response> {
  const releases = (await readSiteFacts())?.value.releases ?? [];
  const site = (process.env.MUSTER_URL ?? new URL(request.url).origin).replace(/\/$/, "");
  return fileAnswer(request, {
    body: newsFeed(newsOf(releases), site),
    type: "application/atom+xml; charset=utf-8",
    cache: "public, max-age=0, must-revalidate",
  });
}
