type AboutValueProps = {
  about: {
    part?: string | null;
    unit?: string | null;
    line?: string | number | null;
    column?: string | null;
    value?: string | null;
  };
};

/** Which file, line, column and value a question is about. */
export function AboutValue({ about: { part, unit, line, column, value } }: AboutValueProps) {
  const where = [`${part}.csv${unit ? ` of ${unit}` : ""}`, line ? `line ${line}` : null, column];
  return (
    <p>
      {where.filter(Boolean).join(", ")}
      {value ? (
        <>
          : <code className="muster-value">{value}</code>
        </>
      ) : null}
    </p>
  );
}
