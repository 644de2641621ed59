import { DEMO_CODES, SERVED } from "../happenings";
import type { NationCollection, NationReturn } from "../nation";
import type { NationFile } from "../part-file";
import { type Expected, WAYS, type Way } from "./ways";

/** What was done to one file, and what is to come of it. */
export type Mess = {
  census: string;
  organisation: string;
  part: Way["part"];
  name: string;
  way: string;
  says: string;
  expected: Expected;
  code: string | null;
};

/**
 * The collections with one file spoilt in each way: the newest collection's returns first, one file of one
 * organisation each, in code order. Hosts and the demonstration's organisations are left clean. Which file is spoilt
 * how depends on nothing but the collections.
 */
export function withMesses(collections: readonly NationCollection[]): {
  collections: NationCollection[];
  messes: Mess[];
} {
  const hosts = new Set([...SERVED.values(), ...DEMO_CODES]);
  const free = collections
    .toReversed()
    .flatMap(({ census, returns }) =>
      returns
        .filter(({ state, organisation }) => state === "returned" && !hosts.has(organisation.code))
        .map((one) => ({ census, one })),
    );
  const taken = new Set<(typeof free)[number]>();
  const messes = new Map<NationReturn, Mess>();
  for (const way of WAYS) {
    const found = free.find((each) => !taken.has(each) && suits(way, each.one));
    if (!found) continue;
    taken.add(found);
    const { id, says, code, part, expected } = way;
    const organisation = found.one.organisation.code;
    messes.set(found.one, {
      census: found.census,
      organisation,
      part,
      name: `${part}.csv`,
      way: id,
      says,
      expected,
      code,
    });
  }
  return {
    collections: collections.map((collection) => ({
      ...collection,
      returns: collection.returns.map((one) => {
        const mess = messes.get(one);
        return mess && one.state === "returned" ? { ...one, files: () => spoilt(one.files(), mess) } : one;
      }),
    })),
    messes: [...messes.values()],
  };
}

/** Files of units that send their own are left clean, so that a spoilt one is a part whole. */
function suits(way: Way, one: NationReturn): boolean {
  if (one.state !== "returned" || one.organisation.units.length > 0) return false;
  if (way.suits && !way.suits(one.organisation)) return false;
  const { fits, part } = way;
  return !fits || one.files().some((file) => file.part === part && fits(file.text));
}

const spoilt = (files: readonly NationFile[], mess: Mess): NationFile[] =>
  files.map((file) => {
    if (file.name !== mess.name) return file;
    const way = WAYS.find(({ id }) => id === mess.way) as Way;
    return { ...file, bytes: way.spoil(file.text) };
  });
