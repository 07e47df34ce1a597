/** A piece of a pattern: one of several runs of words (perhaps none), or a slot for words of any kind. */
export type PatternNode =
  | { readonly kind: 'choice'; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'slot'; readonly name: string };

const longestFirst = (words: string) => words.split('|').sort((a, b) => b.length - a.length);

const compiled = new Map<string, readonly PatternNode[]>();

/** "hoàn thành [việc|công tác] (sáp nhập|hợp nhất) {what}" as nodes; each pattern is compiled once. */
export function compilePattern(pattern: string): readonly PatternNode[] {
  let nodes = compiled.get(pattern);
  if (nodes === undefined) {
    const pieces = pattern.match(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|[^\s[\](){}]+/gu) ?? [];
    nodes = pieces.map((piece): PatternNode => {
      const inside = piece.slice(1, -1);
      if (piece.startsWith('{')) return { kind: 'slot', name: inside };
      if (piece.startsWith('[')) return { kind: 'choice', words: longestFirst(inside), optional: true };
      if (piece.startsWith('(')) return { kind: 'choice', words: longestFirst(inside), optional: false };
      return { kind: 'choice', words: [piece], optional: false };
    });
    compiled.set(pattern, nodes);
  }
  return nodes;
}
