import { commands } from "./commands";

/** Runs the command that the arguments name and gives its exit code. Data go to standard output, talk to standard error. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    process.stderr.write(helpText());
    return 2;
  }
  if (name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(helpText());
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command.run(rest);
  process.stderr.write(`There is no command \`${name}\`; \`muster help\` lists those that there are.\n`);
  return 2;
}

function helpText(): string {
  const calls = commands.map(({ name, usage }) => `muster ${name} ${usage}`.trim());
  const width = Math.min(40, Math.max(...calls.map((call) => call.length)));
  const lines = commands.map(({ summary }, index) => {
    const call = calls[index] ?? "";
    return call.length > width
      ? `  ${call}\n  ${" ".repeat(width)}  ${summary}`
      : `  ${call.padEnd(width)}  ${summary}`;
  });
  return `Muster: workforce intelligence and capacity planning for clinical engineering.\n\n${lines.join("\n")}\n`;
}
