import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FindingsTable } from "./findings-table";

const shown = (total: number, allInDownload: boolean) =>
  renderToStaticMarkup(
    <FindingsTable
      page="/findings"
      findings={[]}
      filter={{}}
      total={total}
      limit={1000}
      allInDownload={allInDownload}
    />,
  );

test("where more were found than are shown, the page says how many, and what the download holds", () => {
  expect(shown(2500, true)).toContain("The first 1,000 of 2,500 are shown. All are in the download.");
  expect(shown(2500, false)).toContain("Of each rule the first 1,000 were kept: the download holds those");
  expect(shown(2500, false)).not.toContain("All are in the download");
  expect(shown(1000, true)).not.toContain("are shown");
});
