import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem.js';
import { sendProblem } from './problem.filter.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Commands are taken from our own pages only, beside the cookie's SameSite=Lax. A browser names the origin of every unsafe
 * request; a program without one carries no cookie that it was not given.
 */
export function originCheck(publicUrl: string) {
  const own = new URL(publicUrl).origin;
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    if (SAFE.has(request.method) || fromOurPages(request, own)) return done();
    sendProblem(reply, problemOf('CROSS_ORIGIN', {}, request.url.split('?')[0]));
  };
}

function fromOurPages(request: FastifyRequest, own: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === own || origin === `${request.protocol}://${request.host}`;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
