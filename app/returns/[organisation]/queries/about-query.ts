import { z } from "zod";

type About = Partial<Record<"code" | "part" | "unit" | "line" | "column" | "value", string>>;
type AskedAbout = {
  code: string;
  part: string;
  unit: string;
  line: number | null;
  column: string | null;
  value: string | null;
};

const LONGEST_VALUE = 200;

const text = (most: number) =>
  z
    .union([z.string(), z.array(z.string()).transform(([first]) => first)])
    .optional()
    .transform((value) => value?.slice(0, most) || undefined)
    .catch(undefined);

/** What a link from a finding says it is about: rule, file, line, column and value. Nonsense is as good as nothing. */
export const ABOUT_QUERY = z
  .object({
    code: text(80),
    part: text(20),
    unit: text(60),
    line: text(8),
    column: text(60),
    value: text(LONGEST_VALUE),
  })
  .transform(
    (about): About =>
      Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as About,
  );

/** The page of the questions with a form that asks about this; `queries` is its address, with the census. */
export function askHref(queries: string, about: AskedAbout): string {
  const { code, part, unit, line, column, value } = about;
  const said = { code, part, unit, line: line === null ? "" : String(line), column, value };
  const query = new URLSearchParams(
    Object.entries(said).flatMap(([name, text]) => (text ? [[name, text.slice(0, LONGEST_VALUE)]] : [])),
  );
  return `${queries}&${query}#ask`;
}
