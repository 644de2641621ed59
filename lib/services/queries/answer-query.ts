import { addMessage, queryById, type Side, setQueryState } from "@/db/queries/queries";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import { messageText } from "./message-text";
import { speakerFor } from "./query-side";
import { tellOfQuery } from "./tell-of-query";

type Args = { organisation: string; query: string /** On whose page it is said. */; side?: Side };

const gone = () =>
  fail("no-such-query", "There is no such open question any more.", "Open the questions again.");

/**
 * Says something in a question: the organisation answers, or the one who asked asks further. Whose word was last
 * decides for whom it waits.
 */
export async function answerQuery(
  site: Site,
  viewer: Viewer,
  { organisation, query, text, side: page }: Args & { text: string },
): Promise<Result<{ census: string }>> {
  const speaker = speakerFor(viewer, organisation, page);
  const verb = speaker?.side === "administrator" ? "ask about a return" : "answer a query";
  if (!speaker || !may(speaker.viewer, verb, organisation)) return refusal(viewer, verb, organisation);
  const written = messageText(text);
  if (!written.ok) return written;
  const { side, eyes, standing } = speaker;
  return inTransaction(site.pool, standing, async (transaction) => {
    const asked = await queryById(transaction, eyes, query);
    if (asked?.organisation !== organisation || asked.state === "closed") return gone();
    const person = viewer.kind === "person" ? viewer.person : null;
    await addMessage(transaction, { queryId: query, organisation, side, person, text: written.value });
    const askedFurther =
      asked.side === side && (side === "administrator" || asked.messages[0]?.person === person);
    await setQueryState(transaction, query, askedFurther ? "open" : "answered");
    await tellOfQuery(transaction, site, standing, {
      organisation,
      census: asked.census,
      to: askedFurther ? "organisation" : asked.side,
      what: askedFurther ? "asked" : "answered",
      speaker: person,
    });
    await record(transaction, viewer, {
      verb: "query.answered",
      organisation,
      subject: `${asked.census} ${asked.code ?? "no rule"}`,
      detail: { query, side },
    });
    return ok({ census: asked.census });
  });
}

/** Ends a question: by the side that asked it. */
export async function closeQuery(
  site: Site,
  viewer: Viewer,
  { organisation, query, side }: Args,
): Promise<Result<{ census: string }>> {
  const speaker = speakerFor(viewer, organisation, side);
  if (!speaker || !may(speaker.viewer, "ask about a return", organisation))
    return refusal(viewer, "ask about a return", organisation);
  return inTransaction(site.pool, speaker.standing, async (transaction) => {
    const asked = await queryById(transaction, speaker.eyes, query);
    if (asked?.organisation !== organisation || asked.state === "closed") return gone();
    if (asked.side !== speaker.side)
      return fail("not-yours-to-close", "Whoever asked this question closes it.", "Answer it instead.");
    await setQueryState(transaction, query, "closed");
    await record(transaction, viewer, {
      verb: "query.closed",
      organisation,
      subject: `${asked.census} ${asked.code ?? "no rule"}`,
      detail: { query, before: asked.state },
    });
    return ok({ census: asked.census });
  });
}
