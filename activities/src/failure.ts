import { DomainError } from '@don-doc/domain';
import { ApplicationFailure } from '@temporalio/common';

/**
 * What the domain refuses it refuses every time: not worth another attempt, and its code names it in the history. Anything
 * else (a lost connection, a lock that timed out) may pass, and is handed on as it is, with its code as type.
 */
export function toFailure(error: unknown): Error {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof DomainError) {
    return ApplicationFailure.create({ message: error.code, type: error.code, nonRetryable: true });
  }
  // Causes are left out: a driver's error may quote the values of a row, and only ids belong into Temporal.
  const code = errorCode(error);
  return ApplicationFailure.create({ message: code, type: code, nonRetryable: false });
}

/** A stable short name of any failure: the domain's code, the driver's code ('ECONNREFUSED', '40001'), or the class. */
export function errorCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (error instanceof ApplicationFailure) return error.type ?? 'ACTIVITY_FAILED';
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (error instanceof Error) {
    const { code } = error as Error & { code?: unknown };
    return typeof code === 'string' && code !== '' ? code : error.name;
  }
  return 'UNKNOWN';
}
