import { formatCount } from "@/lib/format/number";
import { DEVICE_ACTIVITIES } from "./device-work";
import type { NamedMissingWork } from "./missing-work";
import type { RequirementInput } from "./requirement";
import { activityTitle, listed, specialismTitle } from "./titles";
import type { WholeService } from "./whole-service";
import { type Statement, statement } from "./wording";
import type { WorkLine } from "./work-line";

/** Categories named in one sentence; the rest are counted. */
const NAMED = 4;

const ON_DEVICES = new Set<string>(DEVICE_ACTIVITIES.map(({ value }) => value));

/** What is not modelled, each kind of gap in a sentence of its own. */
export function missingStatements(
  missing: readonly NamedMissingWork[],
  lines: readonly WorkLine[],
  { devices, standards }: RequirementInput,
  { provision, individualAllowanceHours, rotas }: WholeService,
): Statement[] {
  const said: Statement[] = [];
  if (devices === null) said.push(statement("devices-not-sent"));
  const notSent = missing.filter(
    ({ reason, activity }) => reason === "not_sent" && !ON_DEVICES.has(activity),
  );
  if (notSent.length > 0)
    said.push(
      statement(
        "activities-not-sent",
        listed(notSent.map(({ activity }) => activityTitle(activity).toLowerCase())),
      ),
    );
  for (const [reason, code] of [
    ["volume", "volume-not-sent"],
    ["time", "time-not-known"],
  ] as const)
    for (const [activity, these] of byActivity(missing.filter((each) => each.reason === reason)))
      said.push(
        statement(
          code,
          activityTitle(activity),
          lines.some((line) => line.activity === activity)
            ? ofSome(these, standards.categories)
            : ofAny(these),
        ),
      );
  const notReturned = [...provision]
    .filter(([, answers]) => answers.has("in_trust_not_returned"))
    .map(([specialism]) => specialismTitle(specialism));
  if (notReturned.length > 0) said.push(statement("in-trust-not-returned", listed(notReturned.sort())));
  if (individualAllowanceHours === null) said.push(statement("individual-allowance-not-sent"));
  if (rotas.length === 0) said.push(statement("on-call-not-sent"));
  return said;
}

function byActivity(missing: readonly NamedMissingWork[]): Map<string, NamedMissingWork[]> {
  const groups = new Map<string, NamedMissingWork[]>();
  for (const each of missing) groups.set(each.activity, [...(groups.get(each.activity) ?? []), each]);
  return groups;
}

/** " for CT scanners and MRI scanners (5 devices)"; nothing where the work is not per device. */
function ofSome(
  missing: readonly NamedMissingWork[],
  categories: ReadonlyMap<string, { title: string }>,
): string {
  const titles = [...new Set(missing.flatMap(({ category }) => category ?? []))].map(
    (code) => categories.get(code)?.title ?? code,
  );
  if (titles.length === 0) return "";
  const more = titles.length - NAMED;
  const named = more > 1 ? [...titles.slice(0, NAMED), `${more} more categories`] : titles;
  return ` for ${listed(named)} (${devicesOf(missing)})`;
}

/** " for any category (5 devices)", where none is counted; nothing where the work is not per device. */
const ofAny = (missing: readonly NamedMissingWork[]): string =>
  missing.every(({ category }) => category === null) ? "" : ` for any category (${devicesOf(missing)})`;

function devicesOf(missing: readonly NamedMissingWork[]): string {
  const devices = missing.reduce((sum, each) => sum + (each.devices ?? 0), 0);
  return `${formatCount(devices)} ${devices === 1 ? "device" : "devices"}`;
}
