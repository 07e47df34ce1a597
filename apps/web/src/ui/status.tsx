import { Shape, type Mark } from './shape.js';

/** A status as it is always shown: shape and word. */
export function Status({ mark, words }: { readonly mark: Mark; readonly words: string }) {
  return (
    <span className={`status status-${mark}`}>
      <Shape mark={mark} />
      <span>{words}</span>
    </span>
  );
}
