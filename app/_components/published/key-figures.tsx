import type { KeyFigure } from "@/lib/published/key-figure";

type KeyFiguresProps = {
  figures: readonly KeyFigure[];
  /** A question over a measure's title, by measure. */
  questions?: Readonly<Record<string, string>>;
  /** Sentences more, by measure. */
  remarks?: Readonly<Record<string, readonly (string | null)[]>>;
  /** The name of the measure that the page itself is of: its title needs no link to where the reader is. */
  here?: { measure: string; title: string };
  /** Whether each has the census before, where no section of its own says what changed. */
  before?: boolean;
  level?: 2 | 3;
};

/** The figures to read first, each with its range; its page begins with its definition. */
export function KeyFigures({
  figures,
  questions = {},
  remarks = {},
  here,
  before,
  level = 2,
}: KeyFiguresProps) {
  const Heading = `h${level}` as const;
  return (
    <ul
      className={`muster-keys muster-keys--${figures.length === 4 ? "four" : figures.length === 1 ? "one" : "three"}`}
    >
      {figures.map((figure) => (
        <li className="muster-key" key={figure.measure}>
          <Heading className="muster-key__title">
            {questions[figure.measure] ? (
              <span className="muster-key__question">{questions[figure.measure]}</span>
            ) : null}
            {here?.measure === figure.measure ? here.title : <a href={figure.href}>{figure.title}</a>}
          </Heading>
          <p
            className={
              figure.unit || /\d/.test(figure.text)
                ? "muster-key__value"
                : "muster-key__value muster-key__value--words"
            }
          >
            {figure.text}
            {figure.unit ? <span className="muster-key__unit"> {figure.unit}</span> : null}
          </p>
          {rangeAndFrom(figure, here === undefined)}
          {figure.why ? <p>{figure.why}</p> : null}
          {(remarks[figure.measure] ?? []).map((remark) => (remark ? <p key={remark}>{remark}</p> : null))}
          {before && figure.before ? (
            <p>
              {figure.before.text} on {figure.before.date}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The range, and on how many the figure rests where the page does not say it elsewhere. */
function rangeAndFrom({ range, from }: KeyFigure, withFrom: boolean) {
  const words = [range === null ? null : `between ${range.replace(" to ", " and ")}`, withFrom ? from : null]
    .filter((part) => part !== null)
    .join(", ");
  return words === "" ? null : <p>{words.charAt(0).toUpperCase() + words.slice(1)}</p>;
}
