// biome-ignore-all lint/suspicious/noArrayIndexKey: a paper is made once and never re-ordered, so a place in it is an identity
import type { Block, Run } from "@/lib/published/paper";
import { methodPaper, type PaperName } from "@/lib/services/published/method-paper";
import { ScrollRegion } from "../nhs/scroll-region";
import { SitePage } from "./site-page";

/** A method paper as a page: the very text that stands with the code. */
export async function MethodPaper({ name }: { name: PaperName }) {
  const blocks = await methodPaper(name);
  const [first] = blocks;
  const title = first?.kind === "heading" ? first.text : name;
  const headings = blocks.flatMap((block) => (block.kind === "heading" && block.level === 2 ? [block] : []));
  return (
    <SitePage title={title} current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">{title}</h1>
      <nav className="nhsuk-contents-list muster-contents" aria-label="On this page">
        <h2 className="nhsuk-u-visually-hidden">On this page</h2>
        <ol className="nhsuk-contents-list__list">
          {headings.map(({ id, text }) => (
            <li className="nhsuk-contents-list__item" key={id}>
              <a className="nhsuk-contents-list__link" href={`#${id}`}>
                {text}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Blocks blocks={blocks.slice(1)} />
    </SitePage>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, at) => <OneBlock block={block} key={`${at} ${block.kind}`} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 3 ? "h3" : "h2";
      return <Heading id={block.id}>{block.text}</Heading>;
    }
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "code":
      return (
        <ScrollRegion label={`Formula: ${block.text.split("\n")[0]}`}>
          <pre className="muster-formula">{block.text}</pre>
        </ScrollRegion>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={`${at} of the list`}>
              {item.length === 1 && item[0]?.kind === "paragraph" ? (
                <Runs runs={item[0].runs} />
              ) : (
                <Blocks blocks={item} />
              )}
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <ScrollRegion label={`Table: ${labelOf(block)}`}>
          <table className="muster-table muster-table--compact">
            {block.head.some((cell) => cell.length > 0) ? (
              <thead>
                <tr>
                  {block.head.map((cell, at) =>
                    cell.length > 0 ? (
                      <th scope="col" key={`${at} of the head`}>
                        <Runs runs={cell} />
                      </th>
                    ) : (
                      <td key={`${at} of the head`} />
                    ),
                  )}
                </tr>
              </thead>
            ) : null}
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={`row ${line}`}>
                  {row.map((cell, at) => (
                    <td key={`${at} of the row`}>
                      <Runs runs={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      );
  }
}

/** Tells a table from others, those with the same columns too: by its columns and what comes first in it. */
function labelOf({ head, rows: [first = []] }: Extract<Block, { kind: "table" }>): string {
  const columns = wordsOf(head);
  return columns === "" ? wordsOf(first) : `${columns}, from ${wordsOf(first.slice(0, 1))}`;
}

/** A row of a table in plain words. */
const wordsOf = (cells: readonly (readonly Run[])[]) =>
  cells
    .map((cell) => cell.map(({ text }) => text).join(""))
    .filter((text) => text !== "")
    .join(", ");

const ELEMENTS = { emphasis: "em", strong: "strong", code: "code" } as const;

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, at) => {
    if (run.kind === "text") return run.text;
    const Element = ELEMENTS[run.kind];
    return <Element key={`${at} ${run.text}`}>{run.text}</Element>;
  });
}
