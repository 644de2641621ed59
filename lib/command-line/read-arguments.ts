import { type ParseArgsConfig, parseArgs } from "node:util";
import { fail, ok, type Result } from "@/lib/result";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** Reads a command's arguments; an option that there is not, or one without its value, fails with the usage. */
export function readArguments<T extends Options>(
  args: string[],
  options: T,
  usage: string,
): Result<Parsed<T>> {
  try {
    return ok(parseArgs({ args, allowPositionals: true, options }));
  } catch (error) {
    // Node's first sentence says what is wrong; what follows advises on its own syntax.
    const [what = ""] = (error as Error).message.split(". ");
    return fail("arguments", `${what.replace(/\.$/, "")}.`, usage);
  }
}
