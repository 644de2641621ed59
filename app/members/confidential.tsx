import type { ReactNode } from "react";

/** Over everything that is not for publication. */
export function Confidential({ children }: { children: ReactNode }) {
  return (
    <div className="muster-confidential">
      <p>
        <strong>Confidential, not for publication.</strong> {children}
      </p>
    </div>
  );
}
