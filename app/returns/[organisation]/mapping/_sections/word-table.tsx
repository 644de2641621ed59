import { Table } from "@/app/_components/nhs/table";
import { formatCount } from "@/lib/format/number";
import type { UnknownWord } from "@/lib/returns/mapping/unknown-words";
import { meaningsOf, wordFields, wordValue } from "@/lib/returns/mapping/word-fields";
import type { Part } from "@/lib/returns/part";

type WordTableProps = {
  part: Part;
  words: readonly UnknownWord[];
  categories: Readonly<Record<string, string>>;
  /** What is in the sender's columns, where that is at hand. */
  samples?: Readonly<Record<string, readonly string[]>>;
};

/** Words that were not understood, each with what it may mean: fields of the form it stands in. */
export function WordTable({ part, words, categories, samples = {} }: WordTableProps) {
  return (
    <div className="muster-word-table">
      <Table
        caption={`Words of ${part.name}.csv that were not understood`}
        captionHidden
        compact
        columns={[{ heading: "In your file" }, { heading: "Where" }, { heading: "What it means" }]}
        rows={words.map((word, index) => {
          const { column, theirs, count, lines } = word;
          const names = wordFields(part.name, index);
          return {
            key: wordValue(word),
            cells: [
              <label key="word" htmlFor={names.means}>
                <code className="muster-value">{theirs}</code>
                <span className="nhsuk-u-visually-hidden"> in {column ?? "the header"} means</span>
              </label>,
              column === null ? (
                <>
                  header
                  {samples[theirs]?.length ? (
                    <span className="muster-note">
                      {" "}
                      of {samples[theirs].map((cell) => `“${cell}”`).join(", ")}
                    </span>
                  ) : null}
                </>
              ) : (
                <>
                  {column}, {formatCount(count)} {count === 1 ? "time" : "times"}
                  {lines.length > 0 ? (
                    <span className="muster-note">
                      {" "}
                      (line {lines.map(formatCount).join(", ")}
                      {count > lines.length ? " …" : ""})
                    </span>
                  ) : null}
                </>
              ),
              <div key="means">
                <input type="hidden" name={names.word} value={wordValue(word)} />
                <select
                  className="nhsuk-select muster-means"
                  id={names.means}
                  name={names.means}
                  defaultValue=""
                >
                  <option value="">{column === null ? "None: leave it out" : "Not said"}</option>
                  {meaningsOf(part, column, categories).map(({ value, text }) => (
                    <option value={value} key={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </div>,
            ],
          };
        })}
      />
    </div>
  );
}
