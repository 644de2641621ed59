export function publishedPages(): {
  edition: number | null;
  entries: Map<string, object>;
  addresses: Map<string, string>;
  bytes: number;
  sealed: number;
};
export function policyFor(inlineScripts: string[]): string;

type Handler = {
  get(key: string): Promise<{ lastModified: number; value: unknown } | null>;
  set(key: string, value: unknown, context?: unknown): Promise<void>;
  revalidateTag(): Promise<void>;
  resetRequestCache(): void;
};
declare const PublishedPageCache: new () => Handler;
export default PublishedPageCache;
