/** Something the person at the terminal must know or do; the message is Vietnamese and complete, no stack is shown. */
export class InfraError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'InfraError';
  }
}
