"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";

/** Changes what the page's address asks for; what is shown stays until the answer is there. */
export function useAddress() {
  const router = useRouter();
  const path = usePathname();
  const [pending, startTransition] = useTransition();

  /**
   * A step that Back takes back, or, while somebody types, none. `meanwhile` runs in the same transition: what it shows
   * optimistically stands until the answer is there.
   */
  function change(
    edit: (params: URLSearchParams) => URLSearchParams,
    { typing = false, meanwhile }: { typing?: boolean; meanwhile?: () => void } = {},
  ) {
    // Not as the page was rendered: other parts of it may have changed the address since.
    const params = edit(new URLSearchParams(window.location.search));
    startTransition(() => {
      meanwhile?.();
      const address = `${path}${params.size > 0 ? `?${params}` : ""}` as Route;
      if (typing) router.replace(address, { scroll: false });
      else router.push(address, { scroll: false });
    });
  }

  return { change, pending };
}
