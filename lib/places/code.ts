/** A code as we hold it: capitals, no spaces. */
export function normaliseCode(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}

/**
 * Whether a code has one of the forms we hold: three or five characters (ODS), six (Scottish special boards and
 * Northern Ireland, where no ODS code is known) or nine (ONS: nations, Scottish boards). Whether a code that somebody
 * gives is a place's is settled by looking it up, never by its form.
 */
export function hasCodeForm(code: string): boolean {
  return /^[A-Z0-9]{3}([A-Z0-9]{2,3})?$|^[A-Z][0-9]{8}$/.test(code);
}
