import { z } from "zod";

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
    value: text(200),
  })
  .transform(
    (about) =>
      Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as Partial<
        Record<keyof typeof about, string>
      >,
  );
