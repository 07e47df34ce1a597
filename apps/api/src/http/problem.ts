import { describeError } from '@don-doc/i18n';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly code: string;
  readonly data?: Record<string, unknown>;
}

/** Statuses of the refusals that are not 422: the request was understood and the domain said no. */
const statuses: Readonly<Record<string, number>> = {
  VALIDATION: 400,
  BAD_REQUEST: 400,
  FILE_MISSING: 400,
  UNAUTHENTICATED: 401,
  WRONG_CREDENTIALS: 401,
  FORBIDDEN: 403,
  CROSS_ORIGIN: 403,
  MUST_CHANGE_PASSWORD: 403,
  ROUTE_NOT_FOUND: 404,
  NOT_FOUND: 404,
  PLAN_UNKNOWN: 404,
  ROW_UNKNOWN: 404,
  ASSIGNMENT_UNKNOWN: 404,
  FINDING_UNKNOWN: 404,
  AMENDMENT_UNKNOWN: 404,
  STALE_VERSION: 409,
  COMMAND_ID_REUSED: 409,
  ALREADY_LAUNCHED: 409,
  ALREADY_REMINDED: 409,
  AMENDMENT_DECIDED: 409,
  ROW_EXISTS: 409,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  TOO_MANY_REQUESTS: 429,
  UNEXPECTED: 500,
  DATABASE_UNAVAILABLE: 503,
  TEMPORAL_UNAVAILABLE: 503,
};

export function statusOf(code: string): number {
  return statuses[code] ?? (code.endsWith('_NOT_FOUND') ? 404 : 422);
}

/** A refusal as RFC 9457 has it, in Vietnamese. */
export function problemOf(code: string, data: Readonly<Record<string, unknown>>, instance?: string): Problem {
  const { title, detail } = describeError(code, data);
  return {
    type: `urn:don-doc:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status: statusOf(code),
    detail,
    ...(instance === undefined ? {} : { instance }),
    code,
    ...(Object.keys(data).length === 0 ? {} : { data: { ...data } }),
  };
}
