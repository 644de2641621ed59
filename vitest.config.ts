import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["{app,db,lib,tests}/**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next", ".muster"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
