import type { ReturnView } from "@/lib/services/returns/read-return";
import { returnHref } from "../../search-params";

const FILES = [
  {
    file: "workload.csv",
    text: "Your workload sheet",
    says: "the work behind the requirement, line by line, with its times and their source, if you sent devices or assets",
  },
  {
    file: "codings.csv",
    text: "Doubtful ESR codings",
    says: "people whose occupation code hides them from national counts, if there are any, for HR to look at",
  },
  {
    file: "risk-register.txt",
    text: "A paragraph for your risk register",
    says: "from your own exact figures; not for publication",
  },
] as const;

const approvedOf = ({ submissions }: ReturnView) => submissions.find(({ state }) => state === "approved");

/** Whether there is something to give back: files that are approved. */
export const isGivenBack = (view: ReturnView): boolean => approvedOf(view)?.kind === "files";

/** What an approved return gives back at once. */
export function GivenBack({ view }: { view: ReturnView }) {
  const approved = approvedOf(view);
  if (approved?.kind !== "files") return null;
  return (
    <section>
      <h2 id="given-back">Given back to you</h2>
      <p>From version {approved.version}, for your own people alone.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {FILES.map(({ file, text, says }) => (
          <li key={file}>
            <a href={returnHref(view.organisation, view.census, `/given-back/${file}`)}>{text}</a>: {says}
          </li>
        ))}
      </ul>
    </section>
  );
}
