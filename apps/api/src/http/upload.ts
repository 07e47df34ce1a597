import { DomainError } from '@don-doc/domain';
import type { FastifyRequest } from 'fastify';

const MB = 1024 * 1024;

/** One uploaded file in memory, no more of it than the limit; the rest is read and dropped, so that the answer gets through. */
export async function receiveFile(
  request: FastifyRequest,
  limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  if (!request.isMultipart()) throw new DomainError('FILE_MISSING');
  const part = await request.file({ limits: { fileSize: limit } });
  if (part === undefined) throw new DomainError('FILE_MISSING');
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  if (part.file.truncated) throw new DomainError('FILE_TOO_LARGE', { limitMb: Math.floor(limit / MB) });
  return { bytes: Buffer.concat(chunks), name: part.filename };
}
