import { MethodPaper } from "@/app/_components/published/method-paper";

export const revalidate = false;
export const dynamic = "error";

export default function EstimationRoute() {
  return <MethodPaper name="estimation" />;
}
