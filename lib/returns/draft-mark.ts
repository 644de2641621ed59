/** What tells one set of files in work from another: their ids, which no two files share. */
export const draftMark = (parts: readonly { id: string }[]): string =>
  parts
    .map(({ id }) => id)
    .sort()
    .join(" ");
