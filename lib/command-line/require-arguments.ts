import { parseArgs } from "node:util";
import { isIsoDate } from "@/lib/places/calendar-day";
import { fail, ok, type Result } from "@/lib/result";

/** What `muster require` was asked. A part may come in several files, one for each service unit. */
export type RequireArguments = {
  devices: string[];
  profile: string[];
  activities: string[];
  workforce: string[];
  /** A folder of many organisations' files, from which times are pooled. */
  pool: string | null;
  /** The service's own division of its work over roles. */
  mix: string | null;
  /** Whose files they are and of which census, where the profile does not tell. */
  organisation: string | null;
  census: string | null;
  at: string | null;
  productivity: number;
  own: boolean;
  json: boolean;
};

const USAGE =
  "Use: muster require --devices FILE --profile FILE [--activities FILE] [--workforce FILE] [--pool DIR] [--mix FILE] [--own] [--at DATE] [--productivity PERCENT] [--organisation CODE] [--census DATE] [--json].";

/** Reads the arguments; a wrong one fails with a sentence. */
export function readRequireArguments(args: string[]): Result<RequireArguments> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return fail("require-arguments", `${(error as Error).message.replace(/\.$/, "")}.`, USAGE);
  }
  const wrong = (message: string) => fail("require-arguments", message, USAGE);
  const { values, positionals } = parsed;
  if (positionals.length > 0) return wrong(`“${positionals[0]}” is not asked for: name it by its part.`);
  if (!values.devices) return wrong("--devices is missing: which devices are looked after?");
  if (!values.profile) return wrong("--profile is missing: how does the service work?");
  for (const name of ["census", "at"] as const) {
    const date = values[name];
    if (date !== undefined && !isIsoDate(date))
      return wrong(`--${name} is “${date}”, which is no date such as 2026-03-31.`);
  }
  const percent = Number(values.productivity ?? 0);
  if (!(percent >= 0 && percent < 100))
    return wrong(`--productivity is “${values.productivity}”, which is no percentage from 0 to below 100.`);
  return ok({
    devices: values.devices,
    profile: values.profile,
    activities: values.activities ?? [],
    workforce: values.workforce ?? [],
    pool: values.pool ?? null,
    mix: values.mix ?? null,
    organisation: values.organisation?.trim().toUpperCase() ?? null,
    census: values.census ?? null,
    at: values.at ?? null,
    productivity: percent / 100,
    own: values.own ?? false,
    json: values.json ?? false,
  });
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      devices: { type: "string", multiple: true },
      profile: { type: "string", multiple: true },
      activities: { type: "string", multiple: true },
      workforce: { type: "string", multiple: true },
      pool: { type: "string" },
      mix: { type: "string" },
      organisation: { type: "string" },
      census: { type: "string" },
      at: { type: "string" },
      productivity: { type: "string" },
      own: { type: "boolean" },
      json: { type: "boolean" },
    },
  });
