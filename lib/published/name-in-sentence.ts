import { shortName } from "@/lib/places/short-name";

/** Names that take an article: "the Midlands", "the United Kingdom". */
const WITH_ARTICLE = /^(United Kingdom|Midlands|East of England|(North|South) (East|West)( and .+)?)$/;

/** A place's short name as it stands in a sentence. */
export function nameInSentence(name: string): string {
  const short = shortName(name);
  return WITH_ARTICLE.test(short) ? `the ${short}` : short;
}
