import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const setup = ["tests/support/workshop.ts"];
const never = ["node_modules/**", ".next*/**", ".muster/**"];

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          globalSetup: setup,
          include: ["{app,db,lib,tests}/**/*.test.{ts,tsx}"],
          exclude: [...never, "tests/browser/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          globalSetup: setup,
          include: ["tests/browser/**/*.test.ts"],
          exclude: never,
          // They share one site and one pair of cores, and walk through it one after another.
          fileParallelism: false,
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
