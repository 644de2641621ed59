import type { OrganisationFacts } from "@/lib/published/organisation-facts";
import { placeHref } from "@/lib/published/place-href";

/** When a place closed and what followed it, as far as that is known. */
export function ClosedPlace({ closed }: { closed: NonNullable<OrganisationFacts["closed"]> }) {
  return (
    <p>
      It closed on {closed.on}.{" "}
      {closed.successors.length === 0
        ? "Successor not known."
        : closed.successors.map((successor, index) => (
            <span key={successor.code}>
              {index === 0 ? "It was followed by " : " and "}
              <a href={placeHref(successor.code)}>{successor.name}</a>
            </span>
          ))}
    </p>
  );
}
