import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@don-doc/domain';
import { PlanDocumentError } from '@don-doc/plan-document';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { problemOf, type Problem } from './problem.js';

interface Refusal {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every error leaves as problem+json in Vietnamese; what is not a refusal is logged with its request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error) ?? { code: 'UNEXPECTED', data: { requestId: String(request.id) } };
    if (refusal.code === 'UNEXPECTED' || refusal.code === 'DATABASE_UNAVAILABLE')
      this.logger.error({ err: error, requestId: request.id }, 'request failed');
    sendProblem(reply, problemOf(refusal.code, refusal.data, request.url.split('?')[0]));
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (reply.sent) return;
  const seconds = problem.data?.['seconds'];
  if (problem.status === 429 && typeof seconds === 'number') void reply.header('retry-after', String(seconds));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof DomainError || error instanceof PlanDocumentError) return { code: error.code, data: error.data };
  if (error instanceof HttpException) return { code: byStatus(error.getStatus()), data: {} };
  const { code, statusCode } = shape(error);
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'FILE_TOO_LARGE', data: {} };
  if (code !== undefined && DATABASE_GONE.has(code)) return { code: 'DATABASE_UNAVAILABLE', data: {} };
  if (statusCode !== undefined && statusCode < 500) return { code: byStatus(statusCode), data: {} };
  return null;
}

/** Refused, cut or timed-out connections, a server that is starting or stopping, and our own short lock and statement limits. */
const DATABASE_GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
  '55P03',
  '57014',
]);

function shape(error: unknown): { code?: string; statusCode?: number } {
  if (typeof error !== 'object' || error === null) return {};
  const { code, statusCode, driverError, message } = error as Record<string, unknown>;
  if (typeof driverError === 'object' && driverError !== null) return shape(driverError);
  if (typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message))
    return { code: 'ECONNRESET' };
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
  };
}

function byStatus(status: number): string {
  switch (status) {
    case 401:
      return 'UNAUTHENTICATED';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'ROUTE_NOT_FOUND';
    case 413:
      return 'FILE_TOO_LARGE';
    case 415:
    case 406:
      return 'UNSUPPORTED_MEDIA';
    case 429:
      return 'TOO_MANY_REQUESTS';
    default:
      return status < 500 ? 'BAD_REQUEST' : 'UNEXPECTED';
  }
}
