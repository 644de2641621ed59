import { SitePage } from "@/app/_components/published/site-page";

export const revalidate = false;
export const dynamic = "error";

export default function AccessibilityRoute() {
  return (
    <SitePage title="Accessibility statement">
      <h1 className="nhsuk-heading-xl">Accessibility statement</h1>
      <p>
        We want as many people as possible to be able to use Muster. You should be able to zoom to 400%
        without scrolling sideways for text, use it with a keyboard alone, with a screen reader, in high
        contrast, and with scripts turned off.
      </p>

      <h2>How it is built for that</h2>
      <ul>
        <li>
          Every chart is a picture with a description, and its values are in a table beside it and in a file.
        </li>
        <li>
          The map is a list of links with the value written on each; the shade only helps, and a table says
          the same.
        </li>
        <li>No meaning is given by colour alone.</li>
        <li>Public pages need no script. Forms are sent by the browser itself.</li>
        <li>Where a figure cannot be shown, a sentence says why.</li>
      </ul>

      <h2>How accessible it is</h2>
      <p>
        It is meant to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page is checked by
        machine at two widths, with and without scripts, each time the code changes. It has not yet been
        tested by an independent body or by users of assistive technology.
      </p>

      <h2>What is known not to work well</h2>
      <ul>
        <li>Wide tables scroll sideways on a small screen; the page itself does not.</li>
        <li>Charts opened by themselves as pictures do not grow with the browser’s text size.</li>
      </ul>

      <h2>Tell us</h2>
      <p>
        If something does not work for you, tell the body that runs this installation. If you are not content
        with the answer, contact the{" "}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
      </p>
    </SitePage>
  );
}
