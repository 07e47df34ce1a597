import type { XmlElement, XmlHandler } from '../package/xml.js';

/** xl/sharedStrings.xml: the texts that cells name by number; runs of formatting joined, reading aids left out. */
export class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  private readonly path: string[] = [];
  private current = '';

  open({ local }: XmlElement): void {
    this.path.push(local);
    if (local === 'si') this.current = '';
  }

  text(text: string): void {
    if (this.path.at(-1) === 't' && !this.path.includes('rPh')) this.current += text;
  }

  close(): void {
    if (this.path.pop() === 'si') this.texts.push(this.current);
  }
}
