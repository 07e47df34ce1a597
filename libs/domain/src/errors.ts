/** A refusal of the domain: a stable code and the data its text is made from. Texts live in libs/i18n. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
