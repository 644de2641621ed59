import { PageFrame } from "@/app/_components/page-frame";
import { currentViewer } from "@/app/_session/current-viewer";
import { SignedInShell } from "@/app/_session/signed-in-shell";

/** The same whether there is no such thing or it is another organisation's: who may not see it learns nothing. */
export default async function NotFound() {
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
