import { ErrorSummary } from "@/app/_components/nhs/error-summary";
import { NotificationBanner } from "@/app/_components/nhs/notification-banner";
import type { Notice } from "./notice";

/** How the form just sent went. */
export function NoticeBanner({ notice }: { notice: Notice | null }) {
  if (!notice) return null;
  if (notice.kind === "done") return <NotificationBanner>{notice.message}</NotificationBanner>;
  return (
    <ErrorSummary
      errors={notice.problems.map(({ message, mend, field }) => ({
        text: mend ? `${message} ${mend}` : message,
        href: field ? `#${field}` : undefined,
      }))}
    />
  );
}

/** What stopped one field, and what had been typed there. */
export function fieldNotice(notice: Notice | null, field: string): { error?: string; value?: string } {
  if (notice?.kind !== "problem") return {};
  return {
    error: notice.problems.find((problem) => problem.field === field)?.message,
    value: notice.values[field],
  };
}
