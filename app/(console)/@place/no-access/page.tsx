import { Place } from "@/app/(console)/_components/place";

export default function NoPlace() {
  return <Place crumbs={[]} />;
}
