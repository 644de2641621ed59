/** A code as we hold it: capitals, no spaces. */
export function normaliseCode(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}

/**
 * Whether a text has the shape of a place's code: three or five characters (ODS), six (Scottish special boards and
 * Northern Ireland, where no ODS code is known) or nine (ONS: nations, Scottish boards). A hint for wording only:
 * whether a code is a place's is settled by looking it up.
 */
export function looksLikeCode(text: string): boolean {
  const code = normaliseCode(text);
  return /^[A-Z0-9]{3}([A-Z0-9]{2,3})?$|^[A-Z][0-9]{8}$/.test(code);
}
