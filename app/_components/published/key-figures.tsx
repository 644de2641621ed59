import type { KeyFigure } from "@/lib/published/key-figure";

type KeyFiguresProps = {
  figures: readonly KeyFigure[];
  /** A question in place of a measure's title, by measure. */
  questions?: Readonly<Record<string, string>>;
  /** A sentence more, by measure. */
  remarks?: Readonly<Record<string, string | null>>;
  level?: 2 | 3;
};

/** The figures to read first, each with its range, the census before, and its definition one click away. */
export function KeyFigures({ figures, questions = {}, remarks = {}, level = 2 }: KeyFiguresProps) {
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
            <a href={figure.href}>{figure.title}</a>
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
          {figure.range ? <p>Between {figure.range.replace(" to ", " and ")}</p> : null}
          {figure.why ? <p>{figure.why}</p> : null}
          {remarks[figure.measure] ? <p>{remarks[figure.measure]}</p> : null}
          {figure.before ? (
            <p>
              {figure.before.text} on {figure.before.date}
            </p>
          ) : null}
          <p>
            <a href={figure.definitionHref}>
              What this counts<span className="nhsuk-u-visually-hidden">: {figure.title}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
