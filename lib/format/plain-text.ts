/**
 * Text as people type it: without the control characters that no database or header takes, of which none has a use
 * here but the end of a line and the tabulator, where lines are wanted.
 */
export const withoutControls = (text: string): string => text.replace(/\p{Cc}+/gu, "");

/** The same where several lines may be written. */
export const linesWithoutControls = (text: string): string => text.replace(/[^\P{Cc}\n\r\t]+/gu, "");
