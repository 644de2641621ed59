import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";

const commands = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const usual: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** A Chromium that is on this machine: CHROME_PATH, one on PATH, or one in its usual place. */
export function presentChromium(environment: NodeJS.ProcessEnv = process.env): Result<string> | undefined {
  const given = environment.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return ok(given);
    return fail(
      "chromium-missing",
      `CHROME_PATH is ${given}, and there is nothing.`,
      "Correct it or unset it.",
    );
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(usual[process.platform] ?? []),
  ];
  const found = candidates.find((path) => existsSync(path));
  return found === undefined ? undefined : ok(found);
}

/**
 * A Chromium for the browser tests: one that is here, else Debian's if we are root and may install it, else the one
 * that comes with the packages. Never nothing without a sentence: the tests must not pass by being skipped.
 */
export async function findChromium(say: (line: string) => void): Promise<Result<string>> {
  const present = presentChromium();
  if (present) return present;
  if (process.platform === "linux" && process.getuid?.() === 0 && installFromDebian(say)) {
    const installed = presentChromium();
    if (installed) return installed;
  }
  return (await packagedChromium()) ?? notFound();
}

function installFromDebian(say: (line: string) => void): boolean {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return false;
  say("Installing Chromium for the browser tests (apt-get install chromium) …");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update"], { env: environment, stdio: "pipe" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      env: environment,
      stdio: "pipe",
    });
    return true;
  } catch {
    return false;
  }
}

async function packagedChromium(): Promise<Result<string> | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    return spawnSync(path, ["--version"]).status === 0 ? ok(path) : undefined;
  } catch {
    return undefined;
  }
}

function notFound(): Result<string> {
  const command =
    process.platform === "darwin"
      ? "brew install --cask chromium"
      : process.platform === "win32"
        ? "winget install Google.Chrome"
        : "sudo apt-get update && sudo apt-get install -y chromium";
  return fail(
    "chromium-missing",
    "The browser tests need Chromium or Chrome, and this machine has none.",
    `Install one (${command}), or set CHROME_PATH to one.`,
  );
}
