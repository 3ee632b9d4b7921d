import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const rows = Array.from({ length: 12 }, (_, row) => row);

/** The shape of the list that comes. */
export default function LoadingUsers() {
  return (
    <>
      <Skeleton className="h-6.5 w-24" />
      <Skeleton className="h-8 max-w-90" />
      <Card flush>
        {rows.map((row) => (
          <div key={row} className="border-line border-b px-3 py-2.5 last:border-b-0">
            <Skeleton className="h-3.5" />
          </div>
        ))}
      </Card>
    </>
  );
}
