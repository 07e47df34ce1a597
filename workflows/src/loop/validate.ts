import { ApplicationFailure } from '@temporalio/workflow';

/** A start without its ids can never come right: fail it for good and say which. */
export function requireIds(input: object, names: readonly string[]): void {
  for (const name of names) {
    const value: unknown = (input as Record<string, unknown>)[name];
    if (typeof value !== 'string' || value === '') {
      throw ApplicationFailure.nonRetryable(`missing ${name}`, 'INPUT_INVALID');
    }
  }
}
