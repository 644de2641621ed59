import { formatDate } from "@/lib/format/date";
import { normaliseCode } from "@/lib/places/code";
import { closeCollection, listCollections, openCollection } from "@/lib/services/collections/open-collection";
import { type Watched, watchCollection } from "@/lib/services/collections/watch-collection";
import type { Site } from "@/lib/services/site";
import { OPERATOR } from "./operator";
import { asOperator } from "./operator-site";
import { readArguments } from "./read-arguments";
import { say, sayProblem } from "./say";

const USAGE =
  "Use: muster collection open CENSUS [--closes YYYY-MM-DD] [--organisation CODE …] [--json], muster collection close CENSUS, or muster collection list [--json]";

/** `muster collection`: opens and closes collections, and lists them. Exit 0 done, 1 refused, 2 not understood. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(
    args,
    {
      closes: { type: "string" },
      organisation: { type: "string", multiple: true },
      json: { type: "boolean" },
    },
    USAGE,
  );
  if (!read.ok) {
    sayProblem(read.problem);
    return 2;
  }
  const [verb, census, ...more] = read.value.positionals;
  const { closes, organisation, json } = read.value.values;
  const plain = closes === undefined && organisation === undefined;
  if (verb === "open" && census && more.length === 0)
    return asOperator((site) =>
      open(site, { census, closes: closes ?? null, organisations: organisation ?? null }, json === true),
    );
  if (verb === "close" && census && more.length === 0 && plain && !json)
    return asOperator((site) => close(site, census));
  if (verb === "list" && census === undefined && plain)
    return asOperator((site) => list(site, json === true));
  say(USAGE);
  return 2;
}

type Wanted = { census: string; closes: string | null; organisations: readonly string[] | null };

/** The census goes to standard output, or with `--json` the collection as it was opened. */
async function open(site: Site, wanted: Wanted, json: boolean): Promise<number> {
  const opened = await openCollection(site, OPERATOR, {
    ...wanted,
    organisations: wanted.organisations?.map(normaliseCode) ?? null,
  });
  if (!opened.ok) return sayProblem(opened.problem);
  const { census, closes, organisations } = opened.value;
  process.stdout.write(json ? `${JSON.stringify(opened.value)}\n` : `${census}\n`);
  const until = closes ? `, until ${formatDate(closes)}` : "";
  say(
    `The collection of ${formatDate(census)} is open${until}, and asks ${organisations} ${organisations === 1 ? "organisation" : "organisations"}.`,
  );
  return 0;
}

async function close(site: Site, census: string): Promise<number> {
  const closed = await closeCollection(site, OPERATOR, { census });
  if (!closed.ok) return sayProblem(closed.problem);
  say(`The collection of ${census} is closed.`);
  return 0;
}

/** A collection in one line of JSON or of text: what it asks, and how far it has come. */
function listed({ collection, organisations }: Watched) {
  const count = (state: string) => organisations.filter((one) => one.state === state).length;
  return {
    ...collection,
    organisations: organisations.length,
    approved: count("approved"),
    submitted: count("submitted"),
    notReturned: count("not_returned"),
  };
}

async function list(site: Site, json: boolean): Promise<number> {
  const collections = [];
  for (const { census } of await listCollections(site)) {
    const watched = await watchCollection(site, OPERATOR, { census });
    if (!watched.ok) return sayProblem(watched.problem);
    collections.push(listed(watched.value));
  }
  if (json) process.stdout.write(`${JSON.stringify(collections, null, 2)}\n`);
  else
    for (const { census, status, closes, organisations, approved, notReturned } of collections)
      process.stdout.write(
        `${census}  ${status.padEnd(6)}  ${organisations} asked, ${approved} approved, ${notReturned} not returned${closes ? `, until ${closes}` : ""}\n`,
      );
  if (collections.length === 0) say("No collection has been opened yet.");
  return 0;
}
