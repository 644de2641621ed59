import type { ReactNode } from "react";
import { UserIcon } from "./nhs/icons";
import { PageFrame, type PageFrameProps } from "./page-frame";
import type { NavigationItem } from "./site-header";

type SignedInPageProps = Omit<PageFrameProps, "strip" | "navigation"> & {
  person: { name: string; standing: string };
  navigation: readonly NavigationItem[];
  /** The form or link that signs out. */
  signOut: ReactNode;
};

/** The same frame with a strip that says who is signed in, as what, and the way out. */
export function SignedInPage({ person, signOut, ...frame }: SignedInPageProps) {
  return (
    <PageFrame
      {...frame}
      strip={
        <section className="muster-strip" aria-label="Your account">
          <div className="nhsuk-width-container">
            <p>
              <UserIcon /> Signed in as <strong>{person.name}</strong>, {person.standing}
            </p>
            {signOut}
          </div>
        </section>
      }
    />
  );
}
