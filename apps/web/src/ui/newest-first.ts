/** Newest first, whatever order they came in; what happened at one instant keeps its order. */
export const newestFirst = <Item extends { readonly at: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
