import { Button } from "@/app/_components/nhs/button";
import { SelectField } from "@/app/_components/nhs/select-field";
import { TextField } from "@/app/_components/nhs/text-field";
import { OWN_HEADER } from "@/lib/returns/mapping/word-fields";
import { PART_NAMES } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

const COLUMNS = PART_NAMES.flatMap((name) =>
  PARTS[name].columns.map((column) => ({
    value: column.name,
    text: `${column.title} (${column.name})`,
    group: PARTS[name].title,
  })),
);

/** One header to say the meaning of before any file is taken: where a file was refused since none of its headers is known. */
export function OneHeader({ action, census }: { action: string; census: string }) {
  return (
    <section>
      <h2 id="header">A header of your own</h2>
      <p>
        Where a file is refused because no line of it holds column names that we know, say here what its
        headers mean, one after another, and send it again. Two are enough for the line to be found; then the
        others are listed above.
      </p>
      <form action={action} method="post">
        <input type="hidden" name="census" value={census} />
        <TextField
          id={OWN_HEADER.word}
          name={OWN_HEADER.word}
          label="The header as your file has it"
          width={20}
        />
        <SelectField
          id={OWN_HEADER.means}
          name={OWN_HEADER.means}
          label="The column that it means"
          options={COLUMNS}
        />
        <Button variant="secondary">Remember this header</Button>
      </form>
    </section>
  );
}
