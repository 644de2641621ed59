import { runImportOfficial } from "./import-official";
import { importReturn } from "./import-return";

/** `muster import`: official files into the reference tables, or a return's files into its draft. */
export const run = (args: string[]): Promise<number> => runImportOfficial(args, importReturn);
