import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commands } from "@/lib/command-line/commands";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";

const project = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), "utf8");

const filesUnder = (folder: string): string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));

const sources = ["app", "db", "lib"]
  .flatMap(filesUnder)
  .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !/\.test\.tsx?$/.test(path));

const documents = ["README.md", ...filesUnder("docs").filter((path) => path.endsWith(".md"))];

describe("the documents", () => {
  it("describe every setting that the code reads from the environment", () => {
    const settings = new Set(
      sources.flatMap(
        (path) =>
          read(path).match(/\b(?:MUSTER|SMTP|OIDC|MAIL|DATABASE|NEXTAUTH)_[A-Z_]+\b|(?<=env\.)PORT\b/g) ?? [],
      ),
    );
    const deployment = read("docs/deployment.md");
    // Set at build time, or by the start command for itself: nobody sets them.
    const internal = [
      "MUSTER_ASSET_VERSION",
      "MUSTER_CHECK_THREAD",
      "MUSTER_PROJECT_THREAD",
      "MUSTER_SAMPLE_AWAITS",
    ];
    const missing = [...settings].filter(
      (name) => !deployment.includes(`\`${name}\``) && !internal.includes(name),
    );
    expect(missing).toEqual([]);
  });

  it("describe every header of a proxy that the code reads, and no other as read", () => {
    const inCode = sources.flatMap((path) => read(path).match(/(?<=get\(")x-forwarded-[a-z]+(?="\))/g) ?? []);
    expect(inCode.length).toBeGreaterThan(1);
    const section = read("docs/deployment.md").split("## The reverse proxy")[1]?.split("\n## ")[0] ?? "";
    const described = section.match(/(?<=^\| `)X-Forwarded-[A-Za-z]+/gm) ?? [];
    expect(described.map((name) => name.toLowerCase()).sort()).toEqual([...new Set(inCode)].sort());
  });

  it.each(documents)("hold tables in one piece (%s)", (path) => {
    const lines = read(path).split("\n");
    const begins = lines.flatMap((line, at) =>
      line.startsWith("|") && !lines[at - 1]?.startsWith("|") ? [lines[at + 1] ?? ""] : [],
    );
    expect(begins.filter((second) => !/^\|[-:| ]+\|$/.test(second))).toEqual([]);
  });

  it("show no command that there is not", () => {
    const shown = documents.flatMap((path) => read(path).match(/(?<=npx --no muster )[a-z]+/g) ?? []);
    const names = new Set(commands.map(({ name }) => name));
    expect([...new Set(shown)].filter((name) => name !== "help" && !names.has(name))).toEqual([]);
  });

  it("tell how to sign in as each person of the demonstration", () => {
    const readme = read("README.md");
    expect(readme).toContain(`\`${DEMO_PASSWORD}\``);
    expect(DEMO_PEOPLE.map(({ email }) => email).filter((email) => !readme.includes(`\`${email}\``))).toEqual(
      [],
    );
  });

  it("map every folder of lib", () => {
    const readme = read("README.md");
    const folders = readdirSync(join(project, "lib")).filter((name) =>
      statSync(join(project, "lib", name)).isDirectory(),
    );
    const used = folders.filter((name) => readdirSync(join(project, "lib", name)).length > 0);
    expect(used.filter((name) => !readme.includes(`lib/${name}\``))).toEqual([]);
  });

  it.each(documents)("link to files that exist (%s)", (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    const broken = links.filter(
      (link) => !/^[a-z]+:/.test(link) && !existsSync(join(project, dirname(path), link)),
    );
    expect(broken).toEqual([]);
  });
});
