import { type Browser, chromium } from "playwright-core";
import { findChromium } from "@/lib/command-line/find-chromium";

/**
 * Starts headless Chromium for a test file, which closes it in `afterAll`. Fails, with what to do, if there is none.
 */
export async function launchChromium(): Promise<Browser> {
  const found = await findChromium((line) => process.stderr.write(`${line}\n`));
  if (!found.ok) throw new Error(`${found.problem.message} ${found.problem.mend}`);
  return chromium.launch({
    executablePath: found.value,
    args: [
      "--disable-gpu",
      // Chromium asks its maker's hosts at every start, which a closed network refuses many times over.
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Its sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
