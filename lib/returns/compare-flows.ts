import { formatCount } from "@/lib/format/number";
import { type LinkedPeople, peopleAreLinked } from "./link-staff";

/** What a flows file says, by direction; a transfer of a whole service is no movement of people. */
export type FlowsSaid = { joiners: number; leavers: number; movers: number };

/** One movement as people's keys tell it and as the flows file says it; null where one of them cannot. */
export type FlowCompared = { what: string; linked: number | null; said: number | null };

/** People whose keys were made with a key that the other year did not use. */
export type OtherKeys = { before: number; now: number };

const hasKeys = ({ before, now }: LinkedPeople): boolean => before > 0 && now > 0;

/** Movements by the keys of people beside those of the flows file, where there is one. */
export function compareFlows(linked: LinkedPeople, said: FlowsSaid | null): FlowCompared[] {
  const keyed = (value: number): number | null => (peopleAreLinked(linked) ? value : null);
  return [
    { what: "Joined", linked: keyed(linked.joiners), said: said?.joiners ?? null },
    { what: "Left", linked: keyed(linked.leavers), said: said?.leavers ?? null },
    {
      what: "Moved to another band",
      linked: keyed(linked.promotions + linked.bandDown),
      said: said?.movers ?? null,
    },
    { what: "of those, to a higher band", linked: keyed(linked.promotions), said: null },
    { what: "Moved to another post", linked: keyed(linked.movers), said: null },
  ];
}

const people = (count: number) => `${formatCount(count)} ${count === 1 ? "person" : "people"}`;

/** What the comparison says, in sentences: where the two differ, and who cannot be linked. */
export function flowsInWords(
  linked: LinkedPeople,
  said: FlowsSaid | null,
  other: OtherKeys = { before: 0, now: 0 },
): string[] {
  const { notLinkedBefore, notLinkedNow } = linked;
  const otherKeys =
    other.before + other.now > 0
      ? [
          `The person keys of ${people(other.now)} now and ${formatCount(other.before)} last year were made with different keys of yours, so they cannot be found again, and none of them is said to have joined, left or moved. Send the file again with the key file of last year to link them.`,
        ]
      : [];
  if (otherKeys.length > 0 && !hasKeys(linked)) return otherKeys;
  if (!hasKeys(linked))
    return [
      "People cannot be linked from last year to now: a person key on each person line, in both years, would show who joined, left and moved without a flows file.",
    ];
  if (!peopleAreLinked(linked))
    return [
      `None of the ${people(linked.before)} with a person key last year is found again among ${formatCount(linked.now)} now: keys hashed with another key look like this. Nobody is said to have joined, left or moved; send the file again with the key file of last year to link them.`,
    ];
  const apart = compareFlows(linked, said).flatMap(({ what, linked: keys, said: file }) =>
    keys === null || file === null || keys === file
      ? []
      : `${what}: the flows file says ${formatCount(file)} and people's keys say ${formatCount(keys)}, ${formatCount(Math.abs(keys - file))} apart.`,
  );
  const notLinked =
    notLinkedBefore + notLinkedNow > 0
      ? [
          `${people(notLinkedNow)} now and ${formatCount(notLinkedBefore)} before have no key and are not linked: they are neither joiners nor leavers here, and may explain a difference.`,
        ]
      : [];
  if (said === null)
    return ["No flows file was sent, so this is what people's keys say alone.", ...otherKeys, ...notLinked];
  return [
    ...otherKeys,
    ...(apart.length > 0 ? apart : ["The flows file and people's keys agree."]),
    ...notLinked,
  ];
}
