import { expect, test } from "vitest";
import { visitorAddress } from "./visitor-address";

test.each([
  ["what the server saw", "192.0.2.7", "192.0.2.7"],
  ["what the proxy added, not what the visitor claims", "203.0.113.9, 192.0.2.7", "192.0.2.7"],
  ["an IPv6 address", "2001:db8::1", "2001:db8::1"],
  ["nothing", null, null],
  ["a blank", " ", null],
])("takes %s", (_, header, address) => {
  expect(visitorAddress(new Headers(header === null ? {} : { "x-forwarded-for": header }))).toBe(address);
});
