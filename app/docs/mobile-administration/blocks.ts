/** What our guides are written in: as much of Markdown as they use. */
export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "code"; text: string };

const fence = /^```.*\n([\s\S]*?)\n```$/;
const heading = /^(##?) (.+)$/;

export const readBlocks = (markdown: string): Block[] =>
  // An example may have empty lines of its own.
  (markdown.match(/^```[\s\S]*?^```$|^(?!```).+(?:\n(?!```).+)*/gm) ?? []).flatMap(readPart);

function readPart(part: string): Block[] {
  const [, code] = fence.exec(part) ?? [];
  if (code !== undefined) return [{ kind: "code", text: code }];
  const [, marks, title] = heading.exec(part) ?? [];
  if (title !== undefined) return [{ kind: "heading", level: marks === "#" ? 1 : 2, text: title }];
  const lines = part.split("\n");
  if (part.startsWith("|")) {
    const [head = [], , ...rows] = lines.map(cellsOf);
    return [{ kind: "table", head, rows }];
  }
  const [before = "", ...items] = part.split(/^- /m).map((text) => text.trim().replaceAll(/\s*\n\s*/g, " "));
  return [
    ...(before === "" ? [] : [{ kind: "paragraph" as const, text: before }]),
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
  ];
}

const cellsOf = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

export type Piece = { kind: "text" | "code" | "strong" | "emphasis" | "link"; text: string };

const marked = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]+\)/g;

/** The pieces of a line. Links lead to guides that stand beside this one in the repository: their names remain. */
export function readInline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, code, strong, emphasis, link] = match;
    if (match.index > from) pieces.push({ kind: "text", text: text.slice(from, match.index) });
    if (code !== undefined) pieces.push({ kind: "code", text: code });
    else if (strong !== undefined) pieces.push({ kind: "strong", text: strong });
    else if (emphasis !== undefined) pieces.push({ kind: "emphasis", text: emphasis });
    else pieces.push({ kind: "link", text: link ?? "" });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}
