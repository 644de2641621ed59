/** What stands in place of a number, and what it means. */
const SYMBOLS = [
  { symbol: "<5", words: "Under five, which may be none. Zero and small are not told apart." },
  {
    symbol: "under 8%",
    words: "The number behind the share is under five, so only an upper bound is given.",
  },
  { symbol: "c", words: "Cannot be shown. It says nothing about how large the number is." },
  { symbol: ":", words: "Not returned. Missing is not zero." },
  { symbol: "x", words: "Not among the figures that are published for such a place." },
] as const;

export function SymbolList() {
  return (
    <dl className="nhsuk-summary-list">
      {SYMBOLS.map(({ symbol, words }) => (
        <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" key={symbol}>
          <dt className="nhsuk-summary-list__key">{symbol}</dt>
          <dd className="nhsuk-summary-list__value">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
