/**
 * Hears every line and, when the file ends, withdraws the findings of row checks that only the whole file can confirm.
 */
export type Resolver<R> = () => { row: (row: R) => void; end: (withdraw: (code: string) => void) => void };
