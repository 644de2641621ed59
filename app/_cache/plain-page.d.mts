export function markersOf(html: string): { plain: boolean; edition: number | null; status: number | null };
export function needsFrameworkScript(html: string): boolean;
export function withoutFramework(html: string): string;
export function inlineScriptsOf(html: string): string[];
