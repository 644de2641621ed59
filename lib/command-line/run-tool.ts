import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs the program of an installed package in the project, its words going where ours go, and gives its exit code. */
export function runTool(
  project: string,
  tool: { package: string; program?: string; args: string[] },
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const folder = join(project, "node_modules", tool.package);
  const { name, bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = typeof bin === "string" ? bin : bin[tool.program ?? name.split("/").at(-1)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, path), ...tool.args], {
      cwd: project,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
