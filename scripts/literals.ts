const most = 3000;

type Texts = ReadonlySet<string> | null;

const nothing: Texts = new Set([""]);

/**
 * Every text that a regular expression matches; null where there is no end of them. What looks around and what only ends a
 * code (`[);/ ]`) counts as nothing.
 */
export function literalsOf(source: string): Texts {
  let at = 0;

  function alternatives(): Texts {
    const found = new Set<string>();
    for (;;) {
      for (const text of sequence() ?? []) found.add(text);
      if (source[at] !== "|") return found.size > 0 ? found : null;
      at++;
    }
  }

  function sequence(): Texts {
    let texts = nothing;
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const next = repeated(atom());
      texts = texts && next && joined(texts, next);
    }
    return texts;
  }

  function repeated(texts: Texts): Texts {
    const match = /^(?:(?<often>[?*+])|\{(?<least>\d+)(?:,(?<atMost>\d*))?\})\??/.exec(source.slice(at));
    if (!match?.groups) return texts;
    at += match[0].length;
    const { often, least, atMost } = match.groups;
    if (often === "?") return new Set(["", ...(texts ?? [])]);
    if (often || atMost === "" || !texts) return null;
    const [from, to] = [Number(least), Number(atMost ?? least)];
    const found = new Set<string>();
    let current = nothing;
    for (let count = 0; count <= to && current; count++) {
      if (count >= from) for (const text of current) found.add(text);
      current = joined(current, texts);
    }
    return current && found;
  }

  function atom(): Texts {
    const sign = source[at++];
    if (sign === "(") return group();
    if (sign === "[") return oneOf();
    if (sign === "\\") return escaped(source[at++] ?? "");
    if (sign === "^" || sign === "$") return nothing;
    return sign === "." || sign === undefined ? null : new Set([sign]);
  }

  function group(): Texts {
    const kind = /^\?(?::|=|!|<=|<!|<\w+>)/.exec(source.slice(at))?.[0] ?? "";
    at += kind.length;
    const texts = alternatives();
    at++;
    return /[=!]$/.test(kind) ? nothing : texts;
  }

  function oneOf(): Texts {
    const inside = /^(?:\\.|[^\]\\])*/.exec(source.slice(at))?.[0] ?? "";
    at += inside.length + 1;
    if (/[;)/]/.test(inside)) return nothing;
    if (inside.startsWith("^") || /\\[^d]/.test(inside)) return null;
    const spelled = inside
      .replaceAll("\\d", "0123456789")
      .replaceAll(/(.)-(.)/g, (_, from: string, to: string) => range(from, to));
    return new Set(spelled);
  }

  return alternatives();
}

function escaped(sign: string): Texts {
  if (sign === "d") return new Set("0123456789");
  if (sign === "s") return new Set([" "]);
  if (sign === "b") return nothing;
  return /[a-z0-9]/i.test(sign) ? null : new Set([sign]);
}

function range(from: string, to: string) {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).join("");
}

function joined(first: ReadonlySet<string>, second: ReadonlySet<string>): Texts {
  if (first.size * second.size > most) return null;
  return new Set([...first].flatMap((start) => [...second].map((end) => start + end)));
}
