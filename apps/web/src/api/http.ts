import { apiPrefix } from './prefix.js';
import { problemOf, unreachable } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT';

/** One call to the API: JSON in and out, the session's cookie along, problems thrown as ApiProblem. */
export async function call<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(`${apiPrefix}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

export const get = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  call('GET', path, undefined, signal);
export const post = <Answer>(path: string, body?: unknown): Promise<Answer> => call('POST', path, body);
