import { openJobs } from "@/db/jobs";
import { applicationPool, endPools } from "@/db/pool";

/** Takes up the site's jobs; the function it gives ends that, with no job cut off half-way. */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = await openJobs(applicationPool(), { supervise: true });
  return async () => {
    await boss.stop({ graceful: true, wait: true });
    await endPools();
  };
}
