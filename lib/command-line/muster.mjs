#!/usr/bin/env node
// The `muster` command, in plain JavaScript so that a fresh clone needs nothing but Node and npm: it installs the
// packages if they are missing, bundles the TypeScript commands if they changed, and runs the command asked for in
// this same process, so that arguments, standard input, signals and the exit code need no passing on.

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Muster needs Node 20.19 or newer and this is ${process.versions.node}: install a newer Node and run the command again.\n`,
  );
  process.exit(1);
}

// A reader that closes early (`muster check … | head`) is no failure of ours.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { dirname, join } = await import("node:path");
const { fileURLToPath, pathToFileURL } = await import("node:url");
const { install } = await import("./bootstrap/install.mjs");
const { bundle } = await import("./bootstrap/bundle.mjs");
const { endWithNpm } = await import("./bootstrap/end-with-npm.mjs");

const project = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");
process.env.MUSTER_PROJECT = project;

endWithNpm();

const say = (line) => process.stderr.write(`${line}\n`);

async function run() {
  const installed = await install(project, say);
  if (!installed.ok) {
    say(installed.message);
    return 1;
  }
  const built = await bundle(project);
  if (!built.ok) {
    say(built.message);
    return 1;
  }
  process.env.MUSTER_CHECK_THREAD = join(dirname(built.entry), "check-thread.js");
  process.env.MUSTER_PROJECT_THREAD = join(dirname(built.entry), "project-thread.js");
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(built.entry).href);
  return await main(process.argv.slice(2));
}

let exitCode;
try {
  exitCode = await run();
} catch (error) {
  // A bug or broken machinery, never an expected outcome: those are exit codes 1 and 2 with a sentence.
  const { inspect } = await import("node:util");
  say(inspect(error));
  exitCode = 70;
}
await new Promise((flushed) => process.stdout.write("", flushed));
await new Promise((flushed) => process.stderr.write("", flushed));
process.exit(exitCode);
