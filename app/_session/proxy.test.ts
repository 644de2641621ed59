import { readdirSync } from "node:fs";
import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "@/proxy";
import { contentPolicy } from "./content-policy";

const matches = (path: string) => unstable_doesMiddlewareMatch({ config, url: path, nextConfig: {} });
const addresses = (folder: string, file: string) =>
  readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path === file || path.endsWith(`/${file}`))
    .map((path) => `/${folder}/${path}`.replace(/\/(page|route)\.tsx?$/, "").replaceAll(/\[\w+\]/g, "ZS001"));

test.each(["sign-in", "returns", "admin", "members"].flatMap((folder) => addresses(folder, "page.tsx")))(
  "%s is a page with a nonce",
  (path) => expect(matches(path)).toBe(true),
);

test.each([
  "/",
  "/places/Y56/vacancy-rate",
  "/data/r1/places.csv",
  "/assets/muster.css",
  "/health",
  "/returns/ZS001/upload",
  "/returns/ZS001/parts/workforce",
])("%s is left alone", (path) => expect(matches(path)).toBe(false));

test("a signed-in page runs no inline script without its nonce and takes nothing from elsewhere", () => {
  const policy = contentPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc';".slice(0, -1));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});
