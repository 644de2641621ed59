import { InsetText } from "@/app/_components/nhs/inset-text";
import type { ReturnView } from "@/lib/services/returns/read-return";
import type { Withdrawal } from "@/lib/services/returns/read-withdrawals";

type SentBackProps = { view: ReturnView; withdrawals: readonly Withdrawal[] };

/** While the newest version is one that was sent back: why, where it is read before anything else. */
export function SentBack({ view, withdrawals }: SentBackProps) {
  const newest = view.submissions[0];
  const withdrawal = withdrawals.find(({ version }) => version === newest?.version);
  if (newest?.state !== "withdrawn" || !withdrawal) return null;
  return (
    <InsetText>
      <p>
        <strong>Why version {newest.version} was sent back:</strong> {withdrawal.reason}
      </p>
    </InsetText>
  );
}
