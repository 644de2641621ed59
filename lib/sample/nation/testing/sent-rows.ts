import type { Nation } from "../nation";
import type { NationOrganisation } from "../organisations";
import type { NationFile } from "../part-file";
import { filesOf, rowsOf } from "./whole-nation";

export type Rows = Record<string, string>[];

/** What one organisation has to send at one census: its files, and their rows by part. */
export type Sent = {
  census: string;
  organisation: NationOrganisation;
  returned: boolean;
  files: readonly NationFile[];
  rows: Partial<Record<string, Rows>>;
};

/** What every organisation has to send at each census, whether or not it has sent it. */
export const sentBy = ({ collections }: Nation): Sent[] =>
  collections.flatMap(({ census, returns }) =>
    returns.map((one) => {
      const files = filesOf(one);
      const rows: Partial<Record<string, Rows>> = {};
      for (const file of files) rows[file.part] = [...(rows[file.part] ?? []), ...rowsOf(file)];
      return { census, organisation: one.organisation, returned: one.state === "returned", files, rows };
    }),
  );

/** The same organisation's at the census before. */
export const yearBefore = (
  sent: readonly Sent[],
  { organisation, census }: Pick<Sent, "organisation" | "census">,
): Sent | undefined =>
  sent.find(
    (each) =>
      each.organisation.code === organisation.code &&
      Number(each.census.slice(0, 4)) === Number(census.slice(0, 4)) - 1,
  );
