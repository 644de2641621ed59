import { assetWork } from "@/db/queries/asset-work";
import { declaredRows } from "@/db/queries/declared-rows";
import type { Reader } from "@/db/transaction";
import type { Row } from "@/lib/returns/part";
import { ACTIVITIES } from "@/lib/returns/parts/activities";
import { DEVICES } from "@/lib/returns/parts/devices";
import { PROFILE } from "@/lib/returns/parts/profile";
import { WORKFORCE } from "@/lib/returns/parts/workforce";
import { activityWork } from "@/lib/workload/activity-work";
import { deviceWork } from "@/lib/workload/device-work";
import { pooledTimes } from "@/lib/workload/pooled-times";
import { type Requirement, requirement } from "@/lib/workload/requirement";
import { serviceProfile } from "@/lib/workload/service-profile";
import { staffWte } from "@/lib/workload/staff-wte";
import type { Standards } from "@/lib/workload/standards";

type Files = Readonly<
  Record<"workforce" | "devices" | "assets" | "activities" | "profile", readonly string[]>
>;

/**
 * The requirement of every service of which these are the files: host and served together, at times pooled over all of
 * them. A service without staff or devices has none, which is not nought.
 *
 * @param nationOf The nation of an organisation at the census, for its week and its bank holidays.
 */
export async function serviceWorkloads(
  reader: Reader,
  files: Files,
  asked: { census: string; nationOf: (organisation: string) => string | null; standards: Standards },
): Promise<Requirement[]> {
  const devices = [
    ...(await declaredRows(reader, DEVICES, files.devices)),
    ...(await assetWork(reader, files.assets)),
  ].map(deviceWork);
  const activities = (await declaredRows(reader, ACTIVITIES, files.activities)).flatMap(
    (row) => activityWork(row) ?? [],
  );
  const profiles = bySender(await declaredRows(reader, PROFILE, files.profile));
  const workforce = bySender(await declaredRows(reader, WORKFORCE, files.workforce));
  const pooled = pooledTimes(devices, activities, asked.standards);

  return [...workforce].flatMap(([organisation, lines]) => {
    const own = devices.filter((row) => row.organisation === organisation);
    if (own.length === 0) return [];
    const sent = activities.filter((row) => row.organisation === organisation);
    const found = requirement({
      organisation,
      nation: asked.nationOf(organisation),
      census: asked.census,
      devices: own,
      activities: sent.length === 0 ? null : sent,
      staff: lines.flatMap((line) => staffWte(line) ?? []),
      profiles: (profiles.get(organisation) ?? []).map(serviceProfile),
      pooled,
      standards: asked.standards,
    });
    // A profile that leaves no time for work is its sender's mistake: the service goes without a requirement.
    return found.ok ? [found.value] : [];
  });
}

function bySender(rows: readonly Row[]): Map<string, Row[]> {
  const bySender = new Map<string, Row[]>();
  for (const row of rows) {
    const sender = String(row.organisation_code);
    bySender.set(sender, [...(bySender.get(sender) ?? []), row]);
  }
  return bySender;
}
