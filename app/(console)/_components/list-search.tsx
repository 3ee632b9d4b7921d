"use client";

import { SearchField } from "./search-field";
import { useAddress } from "./use-address";

type Props = { search: string; label: string; placeholder: string };

/** Searches a page's list as one types; the address keeps the search. */
export function ListSearch(props: Props) {
  const { change, pending } = useAddress();
  return (
    <SearchField
      {...props}
      pending={pending}
      onSearch={(text) =>
        change(
          (address) => {
            address.delete("search");
            if (text) address.set("search", text);
            return address;
          },
          { typing: true },
        )
      }
    />
  );
}
