import { MethodPaper } from "@/app/_components/published/method-paper";

export const revalidate = false;
export const dynamic = "error";

export default function ModelRoute() {
  return <MethodPaper name="model" />;
}
