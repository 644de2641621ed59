import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectDirectory } from "../project-directory";

export type Load = { requestsPerSecond: number; p50: number; p99: number };

/** Asks for one address over so many connections for so many seconds. Any answer but 200 is an error. */
export async function measureLoad(
  url: string,
  options: { connections: number; seconds: number; headers?: Readonly<Record<string, string>> },
): Promise<Load> {
  const program = join(projectDirectory(), "lib", "command-line", "bench", "load-loop.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    JSON.stringify({ url, ...options }),
  ]);
  const { problems, ...load } = JSON.parse(stdout) as Load & { problems: Record<string, number> };
  if (Object.keys(problems).length > 0) throw new Error(`${url} gave ${JSON.stringify(problems)}`);
  return load;
}
