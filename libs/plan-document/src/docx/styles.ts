import type { XmlElement, XmlHandler } from '../package/xml.js';

interface Style {
  basedOn: string | null;
  vanish: boolean | null;
  numId: string | null;
  level: number | null;
}

const OFF = new Set(['0', 'false', 'off']);
/** A toggle property without a value is on. */
export const isOn = (value: string | undefined): boolean => !OFF.has(value ?? '');
/** Word itself allows a chain of eleven; a ring must end. */
const MAX_CHAIN = 20;

/** word/styles.xml: which styles hide their text, and which number their paragraphs. */
export class StyleSheet implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private readonly defaults = new Map<string, string>();
  private readonly path: string[] = [];
  private style: Style | null = null;

  open(element: XmlElement): void {
    const { style } = this;
    const value = element.attribute('val');
    this.path.push(element.local);
    if (element.local === 'style') {
      const id = element.attribute('styleId') ?? '';
      const type = element.attribute('type') ?? 'paragraph';
      const isDefault = element.attribute('default') !== undefined && isOn(element.attribute('default'));
      this.style = { basedOn: null, vanish: null, numId: null, level: null };
      this.styles.set(`${type} ${id}`, this.style);
      if (isDefault) this.defaults.set(type, id);
    } else if (style === null) return;
    else if (element.local === 'basedOn') style.basedOn = value ?? null;
    else if (element.local === 'vanish' && this.path.at(-2) === 'rPr') style.vanish = isOn(value);
    else if (element.local === 'numId') style.numId = value ?? null;
    else if (element.local === 'ilvl') style.level = Number(value ?? 0);
  }

  text(): void {}

  close(): void {
    if (this.path.pop() === 'style') this.style = null;
  }

  /**
   * Whether a run's text is hidden: said on the run itself, or by its styles. Vanish is a toggle: hidden by the paragraph's
   * and by the character's style both, it shows (ECMA-376, 17.7.3).
   */
  hidden(paragraphStyle: string | null, runStyle: string | null, direct: boolean | null): boolean {
    if (direct !== null) return direct;
    const byParagraph = this.inherited('paragraph', paragraphStyle, (style) => style.vanish) ?? false;
    const byRun = runStyle !== null && (this.inherited('character', runStyle, (style) => style.vanish) ?? false);
    return byParagraph !== byRun;
  }

  /** The list a paragraph's style puts it in. */
  numbering(paragraphStyle: string | null): { numId: string; level: number } | null {
    const numId = this.inherited('paragraph', paragraphStyle, (style) => style.numId);
    if (numId === null) return null;
    return { numId, level: this.inherited('paragraph', paragraphStyle, (style) => style.level) ?? 0 };
  }

  private inherited<T>(type: string, id: string | null, of: (style: Style) => T | null): T | null {
    let next = id ?? this.defaults.get(type) ?? null;
    for (let step = 0; next !== null && step < MAX_CHAIN; step += 1) {
      const style = this.styles.get(`${type} ${next}`);
      if (style === undefined) return null;
      const value = of(style);
      if (value !== null) return value;
      next = style.basedOn;
    }
    return null;
  }
}
