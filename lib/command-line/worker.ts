import { startWorker } from "@/lib/services/jobs/start-worker";
import { listenForInterruption } from "./interruption";
import { say } from "./say";

/** Does the jobs of the site until it is asked to end. `muster start` runs one; several may run beside each other. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    say("`muster worker` takes no arguments.");
    return 2;
  }
  if (!process.env.MUSTER_APP_URL) {
    say(
      "MUSTER_APP_URL is not set: `npm start` runs a worker of its own; to run another, give it the application login's address.",
    );
    return 2;
  }
  const { came } = listenForInterruption();
  const stop = await startWorker();
  await came;
  await stop();
  return 0;
}
