import { Table } from "@/app/_components/nhs/table";
import type { Column, Part } from "@/lib/returns/part";
import { ASSETS } from "@/lib/returns/parts/assets";
import { WORKFORCE } from "@/lib/returns/parts/workforce";

/** Where the facts of a return are, system by system, and under which headers they are known at once. */
export function FromYourSystems() {
  return (
    <section aria-labelledby="systems">
      <h2 id="systems">From your systems</h2>
      <p>
        You need not rename columns or change their order. A file is read with the headers below, with title
        rows above them, with dates and numbers as spreadsheets write them, and every repair is listed for you
        to agree to. Save a spreadsheet as “CSV UTF-8”; a workbook renamed <code>.csv</code> is refused.
      </p>

      <h3 id="hr">Staff records: ESR, eESS, HRPTS</h3>
      <p>
        England and Wales keep staff in ESR, Scotland in eESS, Northern Ireland in HRPTS. Ask for one line an
        assignment of the staff in your own cost centres on the census date.
      </p>
      <ul>
        <li>
          Start from your cost centres and your own list of people, not from occupation codes. Around 2014 at
          least a quarter of healthcare science posts were miscoded in ESR, and nothing links occupation code,
          job role and area of work there. If you add <code>occupation_code</code>, Muster shows you which
          codings look doubtful.
        </li>
        <li>
          Turn dates of birth into five-year age bands before you send anything, and leave out names. A file
          with personal data in it is refused and not kept.
        </li>
        <li>
          <code>in_post_wte</code> is contracted WTE. People on long absence are still in post: say so in{" "}
          <code>absence</code>. Bank and agency staff have no lines; their WTE is{" "}
          <code>temporary_cover_wte</code>.
        </li>
        <li>
          The employee number may stand in <code>person_key</code>: it is turned into a key that only you can
          make before it leaves you.
        </li>
        <li>
          Scotland: standard hours are 37, and 36 from 1 April 2026. Say yours in the profile; WTE is never
          converted for you.
        </li>
      </ul>
      <HeaderTable
        part={WORKFORCE}
        names={["post_ref", "person_key", "role", "afc_band", "in_post_wte", "age_band", "occupation_code"]}
        caption="Columns of workforce that a staff record holds"
      />

      <h3 id="ledger">Funded posts: the finance ledger</h3>
      <p>
        The ledger knows budgets by cost centre and band. Send them as <code>budget</code> lines and leave the
        people to your staff record: the two need not match line by line. Where your staff record also holds
        an establishment and the two differ, take the ledger’s; the profile asks which it was.
      </p>
      <ul>
        <li>England counts a post without permanent or fixed-term staff as vacant, covered or not.</li>
        <li>
          Wales takes funded WTE in the general ledger less WTE in ESR; more in post than funded is kept as it
          is.
        </li>
        <li>
          Scotland counts a post from when it is cleared for advert. A frozen post is not a vacancy there, so
          say <code>vacancy_state</code> of each.
        </li>
      </ul>
      <HeaderTable
        part={WORKFORCE}
        names={["establishment_wte", "temporary_cover_wte", "vacancy_state"]}
        caption="Columns of workforce that a ledger or an establishment control holds"
      />

      <h3 id="equipment">Devices: the equipment database</h3>
      <p>
        If it can export one line a device, send <code>assets</code> and Muster adds it up. If it reports by
        group, send <code>devices</code>. Never both.
      </p>
      <ul>
        <li>
          Your own device names and model groups go in <code>category_local</code>; <code>category</code> is
          one of Muster’s. EMDN codes alone cannot choose a category, since several share one code.
        </li>
        <li>
          Count a planned job in <code>ppm_due</code> if it fell due in the twelve months to the census, done
          or not; <code>ppm_jobs</code> are all planned jobs done, late ones of last year too.
        </li>
        <li>
          A device that could not be found goes in <code>ppm_not_found</code>. It is not done, and it is not
          ignored.
        </li>
      </ul>
      <HeaderTable
        part={ASSETS}
        names={[
          "asset_ref",
          "category_local",
          "category",
          "emdn_code",
          "maintenance_model",
          "commissioned",
          "ppm_interval_months",
        ]}
        caption="Columns of assets that an equipment database holds"
      />
    </section>
  );
}

/** Under which headers some columns of a part are known without being renamed. */
function HeaderTable({ part, names, caption }: { part: Part; names: readonly string[]; caption: string }) {
  const columns = names
    .map((name) => part.columns.find((column) => column.name === name))
    .filter((column): column is Column => column !== undefined);
  return (
    <Table
      caption={caption}
      compact
      columns={[
        { heading: "Column" },
        { heading: "What it says" },
        { heading: "Read under these headers too" },
      ]}
      rows={columns.map(({ name, title, guidance, headers = [] }) => ({
        key: name,
        cells: [<code key="name">{name}</code>, guidance, [title, ...headers].join(", ")],
      }))}
    />
  );
}
