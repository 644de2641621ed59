import { Details } from "@/app/_components/nhs/details";
import type { Requirement } from "@/lib/workload/requirement";

/** What is said of the method and its grounds, rather than of this service's people. */
const GROUNDS: ReadonlySet<string> = new Set([
  "times-used",
  "moves-most",
  "backlog-not-sent",
  "defaults-used",
  "units-differ",
  "own-times",
  "served-together",
]);

/** What the work of the service asks for, in sentences, the answer first. */
export function OwnRequirement({ requirement }: { requirement: Requirement | null }) {
  if (!requirement)
    return (
      <p>
        Send your devices, or your assets in their place, beside your workforce: then this says how many
        people the work on them asks for. Without them it is not known, and not nothing.
      </p>
    );
  const [answer, ...rest] = requirement.statements.filter(({ code }) => !GROUNDS.has(code));
  const grounds = requirement.statements.filter(({ code }) => GROUNDS.has(code));
  return (
    <>
      {answer ? (
        <p>
          <strong>{answer.text}</strong>
        </p>
      ) : null}
      {rest.map(({ code, text }) => (
        <p key={`${code} ${text}`}>{text}</p>
      ))}
      {grounds.length > 0 ? (
        <Details summary="What this rests on">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {grounds.map(({ code, text }) => (
              <li key={`${code} ${text}`}>{text}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}
