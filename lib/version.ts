/** The version of the code, which every release and result records. Held to package.json by a test. */
export const CODE_VERSION = "0.1.0";
