import type { ReactNode } from "react";

type ScrollRegionProps = { children: ReactNode } & ({ label: string } | { labelledBy: string });

/** What may be wider than the page scrolls sideways on its own, and is a place that the keyboard reaches. */
export function ScrollRegion({ children, ...named }: ScrollRegionProps) {
  const name = "label" in named ? { "aria-label": named.label } : { "aria-labelledby": named.labelledBy };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll (axe: scrollable-region-focusable)
    <section className="muster-scroll" tabIndex={0} {...name}>
      {children}
    </section>
  );
}
