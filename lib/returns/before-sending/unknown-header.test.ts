import { expect, it, test } from "vitest";
import { unknownHeader } from "./unknown-header";

const of = (text: string) => unknownHeader(new TextEncoder().encode(text));

it("finds the line that names the columns, below titles, with what is in them", () => {
  const found = of(
    "Staff list;;\n\nJob kind;Pay scale;Hours\nMED-ENG tech;Scale 5;37,5\nPorter;Scale 2;30\nPorter;Scale 2;37,5\n",
  );
  expect(found).toEqual({
    headers: ["Job kind", "Pay scale", "Hours"],
    samples: {
      "Job kind": ["MED-ENG tech", "Porter"],
      "Pay scale": ["Scale 5", "Scale 2"],
      Hours: ["37,5", "30"],
    },
  });
});

test.each([
  ["a list of one column", "Name\nSmith\nJones\n"],
  ["numbers alone", "1,2,3\n4,5,6\n"],
  ["nothing", ""],
  ["no text", "PK\u0003\u0004"],
])("finds none in %s", (_, text) => expect(of(text)).toBeNull());
