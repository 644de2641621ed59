import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** Asks for `/health` again and again and looks at the process's size, until it is told to end. */
export function watching(url: string, pid: number | null) {
  let going = true;
  const waits: number[] = [];
  let peak = 0;
  const loop = (async () => {
    while (going) {
      const began = performance.now();
      const answer = await fetch(`${url}/health`);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
      if (!answer.ok) throw new Error(`/health gave ${answer.status}`);
      if (pid !== null) peak = Math.max(peak, await residentBytes(pid));
      await pause(10);
    }
  })();
  return {
    async end() {
      going = false;
      await loop;
      return { waits, peak };
    },
  };
}

/** The value that so large a share of the others does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

/** How much memory a process takes, as Linux tells it. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
}
