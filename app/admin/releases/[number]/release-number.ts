export type ReleaseContext = { params: Promise<{ number: string }> };

/** The release an address names; null where it names none. */
export const releaseNumber = (text: string): number | null =>
  /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;

export const releaseHref = (number: number): string => `/admin/releases/${number}`;
