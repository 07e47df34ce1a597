import { DefaultNamingStrategy } from 'typeorm';

/** camelCase in code, snake_case in the schema. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    const name = customName || snake(propertyName);
    return [...embeddedPrefixes.map(snake), name].join('_');
  }
}

function snake(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
