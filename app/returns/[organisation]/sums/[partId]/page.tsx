import { Table } from "@/app/_components/nhs/table";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatCount, formatNumber } from "@/lib/format/number";
import { placeNames } from "@/lib/services/places/place-names";
import { readAssetSums } from "@/lib/services/returns/read-asset-sums";
import { currentSite } from "@/lib/services/site";
import { isIdentifier, organisationCode, returnHref } from "../../../search-params";
import { SHOWN, SUM_COLUMNS } from "./sum-columns";

type Props = { params: Promise<{ organisation: string; partId: string }> };

/** What a file of single devices adds up to, before it is submitted. */
export default async function AssetSums({ params }: Props) {
  const { organisation: code, partId } = await params;
  const organisation = organisationCode(code);
  if (!organisation || !isIdentifier(partId)) return <Missing />;
  const viewer = await signedInViewer(`/returns/${organisation}/sums/${partId}`);
  const site = currentSite();
  const read = await readAssetSums(site, viewer, { organisation, partId });
  if (!read.ok) return <Missing />;
  const { part, census, rows } = read.value;
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const total = (column: string) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
  return (
    <SignedInShell
      viewer={viewer}
      title={`What ${part.fileName} adds up to`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, census) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{name}</span>
        What {part.fileName} adds up to
      </h1>
      {part.verdict === "accepted" ? (
        <p>
          {formatCount(part.rows)} devices add up to {formatCount(rows.length)}{" "}
          {rows.length === 1 ? "row, which is" : "rows, which are"} counted like a devices file:{" "}
          {formatCount(total("device_count_end"))} devices at the census and {formatCount(total("ppm_due"))}{" "}
          planned jobs due. A device disposed of is none at the census; the work done on it is counted. A
          blank is not known, and not nothing.
        </p>
      ) : (
        <p>The file has errors, so none of its devices is counted yet.</p>
      )}
      {rows.length > 0 ? (
        <>
          {rows.length > SHOWN ? (
            <p>
              The first {formatCount(SHOWN)} of {formatCount(rows.length)} rows are shown; all are in the
              download.
            </p>
          ) : null}
          <p>
            <a href={`/returns/${organisation}/sums/${partId}/csv`}>Download these rows (CSV)</a>
          </p>
          <Table
            caption="Devices and their work, added up"
            compact
            columns={SUM_COLUMNS.map(({ title, numeric }) => ({ heading: title, numeric }))}
            rows={rows.slice(0, SHOWN).map((row, index) => ({
              key: String(index),
              cells: SUM_COLUMNS.map(({ name, numeric }) => {
                const value = row[name] ?? null;
                if (value === null) return "";
                return numeric ? formatNumber(Number(value), Number.isInteger(value) ? 0 : 1) : String(value);
              }),
            }))}
          />
        </>
      ) : null}
    </SignedInShell>
  );
}
