import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { isKeyFingerprint, keyFileText, keyFingerprint, keyOfFile } from "./person-key-file";

const bytes = (text: string) => new TextEncoder().encode(text);

it("makes a file whose line is the key, whatever the line's end became on the way", () => {
  const text = keyFileText(new Uint8Array(32).fill(200));
  expect(text).toMatch(/^[\w-]{43}\n$/);
  expect(keyOfFile(bytes(text))).toEqual(bytes(text.trim()));
  expect(keyOfFile(bytes(text.replace("\n", "\r\n")))).toEqual(bytes(text.trim()));
});

it.each([
  ["is empty", ""],
  ["is too short", "0123456789abcde\n"],
  ["is a small CSV file", "post_ref,person_key\nCE-001,A-1001\n"],
  ["is the header of one", "census_date;organisation_code;person_key\n"],
  ["has two lines", "one line of a key or of a letter\nand another of it\n"],
  ["is no text", "PK\u0003\u0004 and so on and so on and so on"],
  ["is some other file", "x".repeat(5000)],
])("takes no key of a file that %s", (_, text) => {
  expect(keyOfFile(bytes(text))).toBeNull();
});

it("tells keys apart by a fingerprint that is the first bytes of an HMAC", () => {
  const key = bytes("a key of sixteen bytes or more");
  const expected = createHmac("sha256", key).update("muster person key").digest().subarray(0, 8);
  expect(keyFingerprint(key)).toBe(`kf1_${expected.toString("base64url")}`);
  expect(isKeyFingerprint(keyFingerprint(key))).toBe(true);
  expect(keyFingerprint(bytes("another key of sixteen bytes"))).not.toBe(keyFingerprint(key));
});
