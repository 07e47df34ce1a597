import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listPage, mailBody, mailPage, notFoundPage } from './pages.js';
import type { MailStore, MailSummary } from './store.js';

const perPage = 100;
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; form-action 'self'";
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export async function serveMails(store: MailStore, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(store, request, response).catch(() =>
      send(response, 500, 'text/plain', 'Chưa đọc được hộp thư. Thử lại sau.'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return server;
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sink');
  const [, area, first, second, third] = url.pathname.split('/').map(decodeURIComponent);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'Chỉ đọc.');
  if (area === '') return html(response, 200, listPage(listView(store, url)));
  if (area === 'mails' && first) {
    const mail = await store.detail(first);
    return mail ? html(response, 200, mailPage(mail)) : html(response, 404, notFoundPage());
  }
  if (area === 'api' && first === 'mails') return api(store, url, response, second, third);
  return html(response, 404, notFoundPage());
}

async function api(
  store: MailStore,
  url: URL,
  response: ServerResponse,
  id: string | undefined,
  part: string | undefined,
): Promise<void> {
  if (!id) {
    const mails = matching(store, url.searchParams.get('q') ?? '');
    const limit = url.searchParams.get('limit');
    const some = limit === null ? mails : mails.slice(0, Number(limit));
    return json(response, 200, { all: store.list().length, total: mails.length, mails: some });
  }
  const mail = await store.detail(id);
  if (!mail) return json(response, 404, { title: 'Không có thư này', status: 404 });
  if (part === undefined) return json(response, 200, mail);
  if (part === 'raw') {
    response.setHeader('content-disposition', `attachment; filename="${mail.id}.eml"`);
    return send(response, 200, 'message/rfc822', (await store.raw(id)) ?? '');
  }
  if (part === 'html' && mail.html !== null) return send(response, 200, 'text/html', mailBody(mail.html), mailPolicy);
  return json(response, 404, { title: 'Thư không có phần này', status: 404 });
}

function listView(store: MailStore, url: URL): Parameters<typeof listPage>[0] {
  const query = (url.searchParams.get('q') ?? '').trim();
  const found = matching(store, query);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  const mails = found.slice((page - 1) * perPage, page * perPage);
  return { mails, total: found.length, all: store.list().length, query, page, pages };
}

function matching(store: MailStore, query: string): MailSummary[] {
  const wanted = query.toLocaleLowerCase('vi');
  const mails = store.list();
  if (!wanted) return mails;
  return mails.filter((mail) =>
    [...mail.to, mail.subject].some((text) => text.toLocaleLowerCase('vi').includes(wanted)),
  );
}

function html(response: ServerResponse, status: number, body: string): void {
  send(response, status, 'text/html', body, pagePolicy);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = "default-src 'none'",
): void {
  response.writeHead(status, {
    'content-type': type.startsWith('message/') ? type : `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}
