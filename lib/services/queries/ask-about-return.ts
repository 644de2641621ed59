import { lockReturn } from "@/db/queries/locks";
import { addMessage, insertQuery, type QueryAbout, type Side } from "@/db/queries/queries";
import { returnId } from "@/db/queries/returns";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { personalData } from "@/lib/returns/cells/personal-data";
import { RETURN_CHECKS } from "@/lib/returns/checks/return-checks";
import { RULES } from "@/lib/returns/checks/rules";
import { record } from "../record";
import type { Site } from "../site";
import { messageText } from "./message-text";
import { speakerFor } from "./query-side";
import { tellOfQuery } from "./tell-of-query";

const CODES = new Set<string>([...RULES, ...RETURN_CHECKS].map(({ code }) => code));

export type Asked = {
  organisation: string;
  census: string;
  text: string;
  about: QueryAbout;
  /** On whose page it is asked. */
  side?: Side;
};

/**
 * Asks an organisation about its return: by an administrator about a rule, by its own approver also about one value.
 * The text and the value are kept in the thread alone; the audit is told the rule and the line.
 */
export async function askAboutReturn(
  site: Site,
  viewer: Viewer,
  { organisation, census, text, about, side: page }: Asked,
): Promise<Result<{ query: string }>> {
  const speaker = speakerFor(viewer, organisation, page);
  if (!speaker || !may(speaker.viewer, "ask about a return", organisation))
    return refusal(viewer, "ask about a return", organisation);
  if (about.code !== null && !CODES.has(about.code))
    return fail("rule-unknown", "There is no such rule.", "Choose one of the rules listed.");
  const written = messageText(text);
  if (!written.ok) return written;
  // What stands in a file was searched when it came; what a form says of it was not.
  for (const said of [about.serviceUnit, about.column, about.value])
    if (said && personalData(said, "people", true))
      return fail(
        "personal-data",
        "What you ask about seems to hold personal data.",
        "Ask without the value.",
      );
  const { side, standing } = speaker;
  return inTransaction(site.pool, standing, async (transaction) => {
    await lockReturn(transaction, census, organisation);
    const id = await returnId(transaction, census, organisation);
    if (id === null)
      return fail(
        "not-returned",
        `${organisation} has sent nothing to the census of ${census} yet.`,
        "Remind it instead.",
      );
    const seen = side === "organisation" ? about : { ...about, line: null, column: null, value: null };
    const query = await insertQuery(transaction, { ...seen, returnId: id, organisation, side });
    const person = viewer.kind === "person" ? viewer.person : null;
    await addMessage(transaction, { queryId: query, organisation, side, person, text: written.value });
    await tellOfQuery(transaction, site, standing, {
      organisation,
      census,
      to: "organisation",
      what: "asked",
      speaker: person,
    });
    await record(transaction, viewer, {
      verb: "query.asked",
      organisation,
      subject: `${census} ${about.code ?? "no rule"}`,
      detail: { query, side, part: seen.part, unit: seen.serviceUnit, line: seen.line, column: seen.column },
    });
    return ok({ query });
  });
}
