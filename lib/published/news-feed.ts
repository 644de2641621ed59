import { escapeXml } from "@/lib/charts/svg-text";
import type { NewsItem } from "./news";

/**
 * News as an Atom feed (RFC 4287).
 *
 * @param site Where browsers find the site, without a slash at its end.
 */
export function newsFeed(items: readonly NewsItem[], site: string): string {
  const instant = (date: string) => `${date}T00:00:00Z`;
  const entries = items.map(
    ({ id, date, kind, title, words, href }) => `  <entry>
    <id>urn:muster:${encodeURIComponent(id)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${instant(date)}</updated>
    <category term="${kind}"/>
    <link href="${escapeXml(site + href)}"/>
    <summary>${escapeXml(words)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(site)}/whats-new</id>
  <title>Muster: what is new</title>
  <author><name>Muster</name></author>
  <updated>${instant(items[0]?.date ?? "1970-01-01")}</updated>
  <link rel="self" href="${escapeXml(site)}/whats-new.atom"/>
  <link href="${escapeXml(site)}/whats-new"/>
${entries.join("\n")}
</feed>
`;
}
