/** Before the first release. */
export function NothingPublished() {
  return (
    <>
      <h1 className="nhsuk-heading-xl">The national picture</h1>
      <p>No release has been published yet. When the first one is, this page shows it.</p>
      <p>
        <a href="/places">Find a place</a> or <a href="/methods">read how the figures will be made</a>.
      </p>
    </>
  );
}
