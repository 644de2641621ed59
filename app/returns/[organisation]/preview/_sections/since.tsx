import { Table } from "@/app/_components/nhs/table";
import { formatDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { compareFlows, flowsInWords } from "@/lib/returns/compare-flows";
import type { SinceLastYear } from "@/lib/services/returns/since-last-year";
import { BridgeTable } from "./bridge-table";

const known = (value: number | null): string => (value === null ? "not known" : formatCount(value));

/** What happened since last year: posts, people and devices, each as far as the files say it. */
export function Since({ since, census }: { since: SinceLastYear; census: string }) {
  const { establishment, inPost, posts, people, otherKeys, flows, devices, devicesMoved } = since;
  const from = `Census of ${formatDate(census)}`;
  return (
    <>
      <section>
        <h2 id="posts-since">Posts since last year</h2>
        {establishment && inPost ? (
          <>
            <BridgeTable title="Establishment" unit="wte" bridge={establishment} from={from} />
            <BridgeTable title="In post" unit="wte" bridge={inPost} from={from} />
            {posts.before + posts.now > 0 ? (
              <p>
                Single posts with a reference: {formatCount(posts.before)} then and {formatCount(posts.now)}{" "}
                now; {formatCount(posts.added)} added, {formatCount(posts.removed)} removed,{" "}
                {formatCount(posts.filled)} filled and {formatCount(posts.vacated)} vacated.
                {posts.lostReference > 0
                  ? ` ${formatCount(posts.lostReference)} more of last year’s are not found, and as many lines lost their reference: they are not said to be gone.`
                  : ""}
              </p>
            ) : null}
          </>
        ) : (
          <p>
            Posts cannot be linked from last year to now: a post reference on the lines, in both years, would
            show which were added, removed, filled and vacated.
          </p>
        )}
        {posts.notLinkedBefore + posts.notLinkedNow > 0 ? (
          <p>
            Not linked, since they have no reference: {formatCount(posts.notLinkedBefore)} posts then and{" "}
            {formatCount(posts.notLinkedNow)} now. None of them is said to be gone.
          </p>
        ) : null}
      </section>
      <section>
        <h2 id="people-since">Who joined, left and moved</h2>
        {flows !== null || people.before * people.now > 0 ? (
          <Table
            caption="People who joined, left and moved"
            captionHidden
            columns={[
              { heading: "Movement" },
              { heading: "By people\u2019s keys", numeric: true },
              { heading: "In the flows file", numeric: true },
            ]}
            rows={compareFlows(people, flows).map(({ what, linked, said }) => ({
              key: what,
              cells: [what, known(linked), known(said)],
            }))}
          />
        ) : null}
        {flowsInWords(people, flows, otherKeys).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </section>
      <section>
        <h2 id="devices-since">Devices since last year</h2>
        {devices ? (
          <BridgeTable title="Devices" unit="devices" bridge={devices} from={from} />
        ) : (
          <p>
            Devices or assets were not sent in both years, so what came and went is not known, and not
            nothing.
          </p>
        )}
        {devicesMoved ? (
          <p>
            {formatCount(devicesMoved)} devices are used in another setting, or for another owner or unit,
            than last year: they are counted in both totals.
          </p>
        ) : null}
      </section>
    </>
  );
}
