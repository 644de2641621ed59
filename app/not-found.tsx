import { PublishedPage } from "./_components/published-page";

/** For an address that no page answers. It reads nothing, so that made-up addresses cost little. */
export default function NotFound() {
  return (
    <PublishedPage title="Page not found" synthetic={false} edition={null} missing>
      <h1 className="nhsuk-heading-l">Page not found</h1>
      <p>If you typed the address, check it is right. If you followed a link, it may be out of date.</p>
      <p>
        You can go to the <a href="/">national picture</a>, <a href="/places">find a place</a> or{" "}
        <a href="/methods">read how the figures are made</a>.
      </p>
    </PublishedPage>
  );
}
