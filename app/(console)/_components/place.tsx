import { type Crumb, Topbar } from "@/components/shell/topbar";
import { texts } from "../../_edges/texts";
import { LiveMark } from "./live-mark";

/** The top bar: where the reader is, and whether what is shown is live. */
export function Place({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <Topbar label={texts("shell.place")} breadcrumbs={crumbs}>
      <LiveMark />
    </Topbar>
  );
}
