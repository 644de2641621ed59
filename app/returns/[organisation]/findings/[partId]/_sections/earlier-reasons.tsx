import { Button } from "@/app/_components/nhs/button";
import type { FindingFilter } from "@/lib/returns/group-findings";
import { filterText } from "../search-params";
import type { GivenReason } from "./reason";

type EarlierReasonsProps = {
  page: string;
  /** By rule: those that were given before and are not given yet. */
  earlier: ReadonlyMap<string, GivenReason>;
  filter: FindingFilter;
};

/** Keeps every reason that was given for the file sent before, as it stands, in one go. */
export function EarlierReasons({ page, earlier, filter }: EarlierReasonsProps) {
  if (earlier.size < 2) return null;
  return (
    <form action={`${page}/acknowledge`} method="post" className="muster-earlier">
      <p>
        {earlier.size} warnings were explained in the file sent before. Their reasons stand in the boxes
        below.
      </p>
      <input type="hidden" name="code" value={[...earlier.keys()].join(" ")} />
      <input type="hidden" name="filter" value={filterText(filter)} />
      {[...earlier].map(([code, { reason }]) => (
        <input type="hidden" name={`reason-${code}`} value={reason} key={code} />
      ))}
      <Button variant="secondary" small>
        Keep all {earlier.size} reasons as they are
      </Button>
    </form>
  );
}
