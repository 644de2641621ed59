import { Table } from "@/app/_components/nhs/table";
import { formatCount, formatNumber } from "@/lib/format/number";
import type { MeasureUnit } from "@/lib/measures/measure";
import type { Bridge } from "@/lib/returns/bridge";
import { exactText } from "../../data/own-text";

type BridgeTableProps = { title: string; unit: MeasureUnit; bridge: Bridge; from: string };

/** With its sign, since it is a step up or down. */
const step = (value: number, unit: MeasureUnit): string =>
  value > 0 ? `+${exactText(value, unit)}` : value === 0 ? formatNumber(0, 0) : exactText(value, unit);

/** The way from last year's total to now, step by step; the steps make up the whole difference. */
export function BridgeTable({ title, unit, bridge, from }: BridgeTableProps) {
  const counted = bridge.steps.some(({ rows }) => rows !== null);
  const cells = (name: string, value: string, rows: number | null) => [
    name,
    value,
    ...(counted ? [rows === null ? "" : formatCount(rows)] : []),
  ];
  return (
    <Table
      caption={title}
      columns={[
        { heading: "Step" },
        { heading: unit === "wte" ? "WTE" : "Devices", numeric: true },
        ...(counted ? [{ heading: "Posts", numeric: true }] : []),
      ]}
      rows={[
        { key: "start", cells: cells(from, exactText(bridge.start, unit), null) },
        ...bridge.steps.map(({ id, title: name, value, rows }) => ({
          key: id,
          cells: cells(name, step(value, unit), rows),
        })),
        { key: "end", cells: cells("Now", exactText(bridge.end, unit), null) },
      ]}
    />
  );
}
