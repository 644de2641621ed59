import { describe, expect, it } from "vitest";
import { createAnnotator } from "./annotate";
import { checkFile } from "./check-file";
import { checkText, HEADER, LINE } from "./testing/check-text";
import { exampleContext } from "./testing/example-context";

async function annotated(text: string): Promise<string> {
  const { report } = await checkText(text);
  const annotate = createAnnotator(report.findings);
  let back = "";
  await checkFile({
    part: "workforce",
    source: new TextEncoder().encode(text),
    context: exampleContext,
    onRecord: (cells, line, kind) => {
      back += annotate(cells, line, kind);
    },
  });
  return back;
}

describe("the file given back", () => {
  const text = `Staff\n${HEADER}\n${LINE}=1+1\n\n${LINE.replace(",7,", ",12,")}\nTotal,,,,,,2,2,2,,\n,,\n`;

  it("has the sender's rows in the sender's order, with the verdict beside each", async () => {
    const lines = (await annotated(text)).trimEnd().split("\r\n");
    expect(lines[0]).toBe("Staff");
    expect(lines[1]).toBe(`${HEADER},muster_verdict,muster_errors,muster_warnings`);
    expect(lines[2]).toBe(`${LINE}'=1+1,accepted,,`);
    expect(lines[3]).toMatch(/^,+$/);
    expect(lines[4]).toMatch(/^2026-03-31,RJ1,person,manager,other,12,.*,error,"afc_band: “12” is not .*",$/);
    expect(lines[5]).toBe("Total,,,,,,2,2,2,,,,,");
    expect(lines).toHaveLength(7);
  });

  it("is judged the same when it is sent again, and annotated the same", async () => {
    const once = await annotated(text);
    const [first, second] = [await checkText(text), await checkText(once)];
    const rules = ({ report }: typeof first) => report.counts;
    expect(rules(second)).toEqual(rules(first));
    expect(await annotated(once)).toBe(once);
  });
});
