import type { Viewer } from "@/lib/access/viewer";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { readReasons } from "@/lib/services/returns/read-reasons";
import type { Site } from "@/lib/services/site";
import type { GivenReason } from "./_sections/reason";

/** The reasons given for a file's warnings and for those of the file before it, by rule, with who gave them. */
export async function givenReasons(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string },
): Promise<Record<"given" | "earlier", ReadonlyMap<string, GivenReason>>> {
  const read = await readReasons(site, viewer, args);
  if (!read.ok) return { given: new Map(), earlier: new Map() };
  const { given, earlier } = read.value;
  const people = [...given.values(), ...earlier.values()].map(({ person }) => person);
  const names = await colleagueNames(site, viewer, { ...args, people });
  const named = (reasons: typeof given) =>
    new Map(
      [...reasons].map(([code, { reason, person, at }]) => [
        code,
        { reason, at, name: person === null ? null : (names.get(person) ?? null) },
      ]),
    );
  return { given: named(given), earlier: named(earlier) };
}
