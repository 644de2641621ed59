import { formatDate } from "@/lib/format/date";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { returnHref } from "../../search-params";
import { isGivenBack } from "./given-back";

type WaysOnProps = {
  view: ReturnView;
  /** The other censuses that the organisation answered or is asked to. */
  others: readonly string[];
  /** Whether there is a version or a year before to differ from. */
  changed: boolean;
  waitingQueries: number;
};

/** Where else one goes from a return: what its numbers say, what is asked about it, and what it gives back. */
export function WaysOn({ view, others, changed, waitingQueries }: WaysOnProps) {
  const { organisation, census } = view;
  const under = (path: string) => returnHref(organisation, census, path);
  const ways = [
    { href: under("/data"), text: "Your data" },
    { href: under("/preview"), text: "What your numbers will say" },
    ...(changed ? [{ href: under("/difference"), text: "What changed" }] : []),
    { href: `/returns/${organisation}/seen`, text: "What others see of you" },
    {
      href: under("/queries"),
      text: `Questions${waitingQueries > 0 ? ` (${waitingQueries} waiting)` : ""}`,
    },
    ...(isGivenBack(view) ? [{ href: "#given-back", text: "Given back to you" }] : []),
    { href: `/returns/${organisation}/history`, text: "History" },
    ...others.map((other) => ({
      href: returnHref(organisation, other),
      text: `Census of ${formatDate(other)}`,
    })),
  ];
  return (
    <ul className="muster-actions">
      {ways.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
