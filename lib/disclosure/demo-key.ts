/**
 * The key of demonstrations. It is public, so it protects nothing, and nothing needs it to: a demonstration holds
 * fictional organisations only, and with a fixed key everybody's copy of the sample shows the same figures. A
 * nation of real organisations is never released with it.
 */
export const DEMO_KEY: Uint8Array = new TextEncoder().encode("muster demonstration key: public");

/** Whether a key is the public one. */
export const isDemoKey = (key: Uint8Array): boolean =>
  key.length === DEMO_KEY.length && key.every((byte, at) => byte === DEMO_KEY[at]);
