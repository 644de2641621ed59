import { answerWith } from "@/app/_cache/page-status.mjs";
import { PageFrame } from "@/app/_components/page-frame";
import { currentViewer } from "./current-viewer";
import { SignedInShell } from "./signed-in-shell";

/**
 * What a signed-in page gives in its place where there is nothing to show, answered with status 404. The same whether
 * there is no such thing or it is another organisation's: who may not see it learns nothing.
 */
export async function Missing() {
  answerWith(404);
  const viewer = await currentViewer();
  const content = (
    <>
      <h1 className="nhsuk-heading-l">Page not found</h1>
      <p>There is no such page, or your account may not see it.</p>
      <p>
        Go to <a href="/returns">your own page</a>. If you should see this organisation’s return, ask the
        person who looks after your organisation’s access, or IPEM, to give you a role there.
      </p>
    </>
  );
  return viewer.kind === "person" ? (
    <SignedInShell viewer={viewer} title="Page not found">
      {content}
    </SignedInShell>
  ) : (
    <PageFrame title="Page not found" synthetic={false}>
      {content}
    </PageFrame>
  );
}
