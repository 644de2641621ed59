import { describe, expect, it } from "vitest";
import { personalData } from "./personal-data";

describe("personal data in a text", () => {
  it.each([
    ["a.b@trust.nhs.uk", "personal-data-email"],
    ["see a.b@trust.nhs.uk today", "personal-data-email"],
    ["AB123456C", "personal-data-ni-number"],
    ["ab 12 34 56 c", "personal-data-ni-number"],
    ["QQ123456C", "personal-data-ni-number"],
    ["cover for Mrs Jones", "personal-data-name"],
    ["Dr. J. Smith", "personal-data-name"],
    ["Prof O'Neill", "personal-data-name"],
    ["MR SMITH", "personal-data-name"],
    ["dr smith", "personal-data-name"],
    ["Unit 12345678", "personal-data-digits"],
    ["MR physics", null],
    ["MR Imaging", null],
    ["MS clinic", null],
    ["Bay 1234567", null],
    ["Renal @ site B", null],
    ["Doctors' mess", null],
  ])("%j", (text, expected) => {
    expect(personalData(text, "people", false)).toBe(expected);
  });

  it.each([
    ["a key of eight digits", "12345678", "people", true, null],
    ["a key that is an NI number", "AB123456C", "people", true, "personal-data-ni-number"],
    ["a name in an equipment part", "Dr Smith's pump", "equipment", false, null],
    ["eight digits in an equipment part", "Model 12345678", "equipment", false, null],
    ["an e-mail address in an equipment part", "a@b.org", "equipment", false, "personal-data-email"],
  ] as const)("%s", (_, text, mode, key, expected) => {
    expect(personalData(text, mode, key)).toBe(expected);
  });
});
