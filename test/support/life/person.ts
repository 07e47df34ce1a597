import { randomUUID } from 'node:crypto';
import { PASSWORD } from './directory.js';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

/** Answers that tell a person's program to try again. */
const AGAIN = new Set([500, 502, 503, 504]);
const PATIENCE_MS = 60_000;

/** Someone with a session, speaking to the API over HTTP. A command that got no answer is given again under its own id. */
export class Person {
  #cookie = '';
  /** How many copies of each command are sent at once. */
  copies = 1;

  constructor(
    private readonly base: string,
    private readonly username: string,
  ) {}

  async logIn(): Promise<void> {
    const response = await fetch(`${this.base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: this.username, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`login of ${this.username}: ${response.status} ${await response.text()}`);
    await response.body?.cancel();
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  async get<Body>(path: string): Promise<Body> {
    const { status, body } = await this.#patient<Body>(path, { method: 'GET' });
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Whatever the answer is, unless the server says to try again. */
  send<Body = Record<string, unknown>>(method: string, path: string, body: unknown): Promise<Answer<Body>> {
    return this.#patient<Body>(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async upload(path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return this.#patient(path, { method: 'POST', body: form });
  }

  /** A command that must be taken; with `copies`, so many at once, of which all must be answered as one. */
  async command<Body = Record<string, unknown>>(path: string, body: object, method = 'POST'): Promise<Body> {
    const given = { commandId: randomUUID(), ...body };
    const answers = await Promise.all(Array.from({ length: this.copies }, () => this.send<Body>(method, path, given)));
    for (const { status, body: said } of answers)
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`);
    return answers[0]!.body;
  }

  async #patient<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.#once<Body>(path, init).catch((error: unknown) => error as Error);
      const late = performance.now() > until;
      if (!(answer instanceof Error) && (late || !AGAIN.has(answer.status))) return answer;
      if (answer instanceof Error && late) throw answer;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async #once<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const response = await fetch(`${this.base}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string> | undefined), cookie: this.#cookie },
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }
}
