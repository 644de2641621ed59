import { expect, test } from "vitest";
import { demoAllowed } from "./port";

test.each<[string, boolean, string, string, boolean]>([
  ["the embedded database on this machine alone", true, "127.0.0.1", "http://localhost:3000", true],
  ["another loopback address", true, "127.0.0.2", "http://127.0.0.2:80/", true],
  ["IPv6", true, "::1", "http://[::1]:3000", true],
  ["a database of someone's own", false, "127.0.0.1", "http://localhost:3000", false],
  ["every address of the machine", true, "0.0.0.0", "http://localhost:3000", false],
  ["every address, in IPv6", true, "::", "http://localhost:3000", false],
  ["an address of the network", true, "192.0.2.1", "http://localhost:3000", false],
  ["a proxy in front of the loopback", true, "127.0.0.1", "https://muster.example", false],
  ["a name that only begins like a loopback", true, "127.0.0.1", "http://localhost.example", false],
  ["an address that is none", true, "127.0.0.1", "muster", false],
])("demo sign-ins, with %s", (_, embedded, host, url, allowed) => {
  expect(demoAllowed(embedded, host, url)).toBe(allowed);
});
