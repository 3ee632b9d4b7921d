const most = 300;
// A list of values is another text for each length: these would crowd out the rest.
const ofManyLengths = /\bIN \(\$\d+,/i;

/**
 * Names for statements, so that each connection plans a text once and not at every call. The first few hundred texts of a
 * process get one, which is all that it says again and again; an empty name means none.
 */
export function nameStatements() {
  const names = new Map<string, string>();
  return (sql: string): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most || ofManyLengths.test(sql)) return "";
    const name = `s${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
