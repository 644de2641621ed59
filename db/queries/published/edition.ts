import type { Reader } from "@/db/transaction";

/**
 * A fingerprint of all that published pages are made from, as the asking role sees it: releases with their states,
 * places, and other bodies' statistics. Two equal editions give equal pages. Figures are immutable within a release,
 * so the release's own row stands for them.
 */
const EDITION = `
  SELECT md5(concat_ws('|',
    (SELECT string_agg(r::text, '|' ORDER BY r.number) FROM published.release r),
    (SELECT md5(string_agg(p::text, '|' ORDER BY p.code)) FROM reference.place p),
    (SELECT md5(string_agg(m::text, '|' ORDER BY m.child, m.parent, m.valid_from)) FROM reference.membership m),
    (SELECT concat(count(*), ' ', max(o.month), ' ', sum(o.leavers_wte)) FROM published.official_statistic o)
  )) AS edition`;

/**
 * Read it before anything else of a page: a publish between the two then makes the page look older than it is, and it
 * is rendered again, rather than newer.
 */
export async function readEdition(db: Pick<Reader, "rows">): Promise<string> {
  const [row] = await db.rows<{ edition: string }>(EDITION);
  return row?.edition ?? "";
}
