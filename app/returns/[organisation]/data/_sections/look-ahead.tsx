import { Details } from "@/app/_components/nhs/details";
import { Table } from "@/app/_components/nhs/table";
import { Tag } from "@/app/_components/nhs/tag";
import { formatCount, formatNumber, formatPercent } from "@/lib/format/number";
import type { OwnLook } from "@/lib/supply/own-look";
import { NOT_KNOWN } from "../own-text";

/** Ten years ahead from the organisation's own posts, at default rates: a first look, and no forecast. */
export function LookAhead({ look, stage }: { look: OwnLook | null; stage: string }) {
  if (!look) return <p>Nobody is in post in these files, so there is nothing to look ahead from.</p>;
  const last = look.years.at(-1)?.year;
  return (
    <>
      <p>
        <Tag colour="orange">Illustrative</Tag> <Tag colour="red">Private</Tag>
      </p>
      <p>
        If people leave, retire and are replaced at the default rates, posts fall empty about{" "}
        {formatCount(look.retired)} times by retirement and {formatCount(look.left)} times by leaving before
        it in the ten years to {last}. That counts people who join meanwhile too, so a post may be counted
        more than once. It is an expectation and no forecast: one department may come out quite differently.
      </p>
      <Table
        caption={`A first look ahead: ${stage}`}
        captionHidden
        compact
        columns={[
          { heading: "31 March" },
          { heading: "In post, expected (WTE)", numeric: true },
          { heading: "Establishment (WTE)", numeric: true },
          { heading: "Aged 55 and over", numeric: true },
        ]}
        rows={look.years.map(({ year, inPostWte, establishmentWte, share55 }) => ({
          key: String(year),
          cells: [
            String(year),
            formatNumber(inPostWte, 1),
            establishmentWte === null ? NOT_KNOWN : formatNumber(establishmentWte, 1),
            share55 === null ? NOT_KNOWN : formatPercent(100 * share55, 0),
          ],
        }))}
      />
      <Details summary="What this look ahead rests on">
        <p>
          Your own posts and ages, and defaults for the rest: no rates of UK clinical engineering are known
          yet, and returns will replace them. No change of funding, work or policy is in it.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {[...look.restsOn, ...look.notes].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}
