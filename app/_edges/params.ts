/** The parameters of an address as pages get them: one that is there several times is a list. */
export type Params = Readonly<Record<string, string | string[] | undefined>>;

export function paramsOf({ searchParams }: Pick<URL, "searchParams">): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

/** The same back as an address. */
export const addressWith = (params: Params) =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
