import { Table } from "@/app/_components/nhs/table";
import { formatCount } from "@/lib/format/number";
import { RULE_TITLES } from "@/lib/returns/rule-titles";
import type { WatchedReturn } from "@/lib/services/collections/watch-return";

const TITLES = new Map(RULE_TITLES.map(({ code, title }) => [code, title]));

/** Which rules spoke how often in the newest version; never about which value. */
export function RulesThatSpoke({
  rules,
  version,
}: {
  rules: WatchedReturn["rules"];
  version: number | null;
}) {
  const told = rules.filter(({ severity }) => severity !== "notice");
  return (
    <section>
      <h2 id="rules">Rules that spoke</h2>
      {version === null ? (
        <p>No version has been submitted yet.</p>
      ) : told.length === 0 ? (
        <p>Version {version} has no warning.</p>
      ) : (
        <Table
          caption={`Warnings of version ${version}, each accepted with a reason`}
          columns={[{ heading: "Rule" }, { heading: "Where" }, { heading: "Times", numeric: true }]}
          rows={told.map(({ code, part, serviceUnit, count }) => ({
            key: `${code} ${part} ${serviceUnit ?? "whole"}`,
            cells: [
              <a href={`/methods/rules#${code}`} key="rule">
                {TITLES.get(code) ?? code}
              </a>,
              serviceUnit === null
                ? "the whole return"
                : `${part}.csv${serviceUnit ? ` of ${serviceUnit}` : ""}`,
              formatCount(count),
            ],
          }))}
        />
      )}
    </section>
  );
}
