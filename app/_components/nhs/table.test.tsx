import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Table } from "./table";

const html = (stacks: boolean) =>
  renderToStaticMarkup(
    <Table
      caption="Posts"
      columns={[{ heading: "Measure" }, { heading: "London" }]}
      rows={[{ key: "establishment", cells: ["Funded establishment", "338 WTE"] }]}
      stacks={stacks}
    />,
  );

test("a table that may be drawn as blocks stays one to a screen reader, and names its columns to the eye alone", () => {
  const roles = [...html(true).matchAll(/ role="(\w+)"/g)].map(([, role]) => role);
  expect(roles.filter((role) => role !== "region")).toEqual([
    ...["table", "rowgroup", "row", "columnheader", "columnheader"],
    ...["rowgroup", "row", "rowheader", "cell"],
  ]);
  expect(html(true)).toContain(
    '<span class="muster-stacked" aria-hidden="true">London</span><div>338 WTE</div>',
  );
});

test("any other table is told by its elements alone", () => {
  expect(html(false)).not.toMatch(/role="(?:table|row|cell)|muster-stacked/);
});
