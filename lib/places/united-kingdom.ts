/** The code of the whole. */
export const UNITED_KINGDOM = "K02000001";
