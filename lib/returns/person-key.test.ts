import { createHash, createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createPersonKeyHasher, isHashedPersonKey } from "./person-key";
import { sha256 } from "./sha-256";

describe("SHA-256", () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 1000])("of %d bytes agrees with the platform's", (length) => {
    const bytes = randomBytes(length);
    expect(Buffer.from(sha256(bytes))).toEqual(createHash("sha256").update(bytes).digest());
  });
});

describe("a hashed person key", () => {
  it.each([16, 64, 100])("is the HMAC of organisation and trimmed key, with a key of %d bytes", (length) => {
    const key = randomBytes(length);
    const expected = createHmac("sha256", key).update("RJ1|A 1024é").digest("base64url");
    const hashed = createPersonKeyHasher(key, "RJ1")(" A 1024é ");
    expect(hashed).toBe(`mk1_${expected}`);
    expect(isHashedPersonKey(hashed)).toBe(true);
    expect(createPersonKeyHasher(key, "RJZ")("A 1024é")).not.toBe(hashed);
  });
});
