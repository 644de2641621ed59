import type { ReactNode } from "react";
import { formatCount } from "@/lib/format/number";
import type { ToGiveBack } from "@/lib/services/returns/give-back";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { returnHref } from "../../search-params";

const approvedOf = ({ submissions }: ReturnView) => submissions.find(({ state }) => state === "approved");

/** Whether there is something to give back: files that are approved. */
export const isGivenBack = (view: ReturnView): boolean => approvedOf(view)?.kind === "files";

/** What an approved return gives back at once; what it cannot give, and why, in place of a link that leads to nothing. */
export function GivenBack({ view, given }: { view: ReturnView; given: ToGiveBack | null }) {
  const approved = approvedOf(view);
  if (approved?.kind !== "files" || !given) return null;
  const file = (name: string, text: string) => (
    <a href={returnHref(view.organisation, view.census, `/given-back/${name}`)}>{text}</a>
  );
  return (
    <section>
      <h2 id="given-back">Given back to you</h2>
      <p>From version {approved.version}, for your own people alone.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {given.workload ? (
            <>
              {file("workload.csv", "Your workload sheet")}: the work behind the requirement, line by line,
              with its times and their source
            </>
          ) : (
            "No workload sheet: it is made from devices or assets, and none were sent"
          )}
        </li>
        <li>{codings(given.codings, (text) => file("codings.csv", text))}</li>
        <li>
          {file("risk-register.txt", "A paragraph for your risk register")}: from your own exact figures; not
          for publication
        </li>
      </ul>
    </section>
  );
}

function codings(lines: number | null, link: (text: string) => ReactNode): ReactNode {
  if (lines === null)
    return "Doubtful ESR codings cannot be looked for: nobody’s occupation code was sent (column occupation_code)";
  if (lines === 0) return "No doubtful ESR coding was found";
  return (
    <>
      {link("Doubtful ESR codings")}: {formatCount(lines)} {lines === 1 ? "line" : "lines"} of staff whose
      occupation code hides them from national counts, for HR to look at
    </>
  );
}
