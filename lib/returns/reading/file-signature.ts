import { type Refusal, refusal } from "../refusals";

const text = (bytes: Uint8Array) => {
  let found = "";
  for (const byte of bytes) found += String.fromCharCode(byte);
  return found;
};

/** What kind of file the first bytes give away, when it is not a CSV at all. Wants the first few kilobytes. */
export function fileSignature(head: Uint8Array): Refusal | null {
  const start = text(head.subarray(0, 8));
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
    const names = text(head.subarray(0, 4096));
    const spreadsheet = /\[Content_Types\]\.xml|xl\/|_rels\/|application\/vnd\.oasis/.test(names);
    return refusal(spreadsheet ? "file-is-xlsx" : "file-is-zip");
  }
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return refusal("file-is-xls");
  if (start.startsWith("%PDF-")) return refusal("file-is-pdf");
  const words = text(head.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .replaceAll("\u0000", "")
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype|<html|<head|<body|<table|<meta|<style|<!--)/.test(words)) return refusal("file-is-html");
  if (words.startsWith("<?xml")) return refusal("file-is-xml");
  return null;
}
