import { argon2Hasher } from '@don-doc/api';
import { createAccount, resetPassword } from '@don-doc/application';
import type { Me } from '@don-doc/contracts/http';
import { startTestApi, type TestApi } from '../support/api/index.js';

jest.setTimeout(120_000);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const problemOf = (answer: { json<T>(): T }) =>
  answer.json<{ code: string; title: string; detail: string; status: number }>();

async function account(username: string, mustChangePassword = false): Promise<string> {
  const password = `mat khau cua ${username.length} nguoi`;
  await createAccount(api.ctx, argon2Hasher, {
    username,
    password,
    roles: ['office'],
    person: null,
    mustChangePassword,
  });
  return password;
}

describe('signing in', () => {
  it('gives every account a random first password, none the same', () => {
    const all = Object.values(api.passwords);
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
    for (const password of all) expect(password).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await api
      .anonymous()
      .call('POST', '/auth/login', { username: 'giamdoc', password: api.passwords['giamdoc'] });
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/i);
    expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Lax/i);
    expect(answer.json<Me>().roles).toEqual(['director']);
  });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const wrong = await api.anonymous().call('POST', '/auth/login', { username: 'giamdoc', password: 'sai' });
    const nobody = await api.anonymous().call('POST', '/auth/login', { username: 'khong-co-ai', password: 'sai' });
    expect(wrong.status).toBe(401);
    expect(problemOf(wrong)).toEqual(problemOf(nobody));
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  it('takes a fresh session, and ends the one that was there', async () => {
    const client = await api.signIn('pbgdpl');
    const before = client.cookie();
    await client.call('POST', '/auth/login', { username: 'pbgdpl', password: api.passwords['pbgdpl'] });
    expect(client.cookie()).not.toBe(before);
    const old = await api.anonymous().call('GET', '/inbox', undefined, { cookie: before });
    expect(old.status).toBe(401);
  });

  it('ends a session at logout wherever its cookie was kept', async () => {
    const client = await api.signIn('thanhtra');
    const kept = client.cookie();
    expect((await client.call('POST', '/auth/logout')).status).toBe(204);
    const answer = await api.anonymous().call('GET', '/inbox', undefined, { cookie: kept });
    expect(answer.status).toBe(401);
  });

  it('answers who is at work, and nobody without an error', async () => {
    const nobody = await api.anonymous().call('GET', '/auth/me');
    expect([nobody.status, nobody.text]).toEqual([204, '']);
    expect((await (await api.signIn('thanhtra')).get<Me>('/auth/me')).username).toBe('thanhtra');
  });

  it('rests an account after ten wrong passwords, and says the same of a name that nobody has', async () => {
    const right = await account('hay-quen');
    const tryFrom = async (remoteAddress: string, username: string, password: string) => {
      const payload = { username, password };
      const answer = await api.app.inject({ method: 'POST', url: '/api/auth/login', remoteAddress, payload });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    };
    // From many addresses, so that it is the account and not the address that is counted.
    for (const name of ['hay-quen', 'khong-ai-ten-nay'])
      for (let i = 0; i < 10; i += 1) await tryFrom(`10.0.0.${i}`, name, 'sai');
    const rests = await tryFrom('10.0.1.1', 'hay-quen', right);
    const nobody = await tryFrom('10.0.1.1', 'khong-ai-ten-nay', right);
    expect(rests).toEqual(nobody);
    expect(rests.status).toBe(401);
    expect(rests.body['detail']).toContain('10 lần liền, tài khoản tạm nghỉ 15 phút');
  });

  it('slows down one address that tries one name again and again', async () => {
    let last = await api.anonymous().call('POST', '/auth/login', { username: 'thu-mai', password: 'sai' });
    for (let i = 0; i < 10; i += 1)
      last = await api.anonymous().call('POST', '/auth/login', { username: 'thu-mai', password: 'sai' });
    expect(problemOf(last)).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('passwords', () => {
  it('must be changed first where they were given by somebody else', async () => {
    const password = await account('moi-den', true);
    const client = await api.signIn('moi-den', password);
    expect((await client.get<Me>('/auth/me')).mustChangePassword).toBe(true);
    expect(problemOf(await client.call('GET', '/plans')).code).toBe('MUST_CHANGE_PASSWORD');
    const changed = await client.call('POST', '/auth/password', { current: password, next: 'mot mat khau that dai' });
    expect(changed.status).toBe(204);
    expect((await client.call('GET', '/plans')).status).toBe(200);
  });

  it('ends every other session when changed', async () => {
    const password = await account('hai-may');
    const [here, there] = [await api.signIn('hai-may', password), await api.signIn('hai-may', password)];
    await here.call('POST', '/auth/password', { current: password, next: 'mot mat khau khac han' });
    expect((await here.call('GET', '/auth/me')).status).toBe(200);
    expect((await there.call('GET', '/auth/me')).status).toBe(204);
  });

  it('can be reset by an operator, which ends the sessions', async () => {
    const client = await api.signIn('hai-may', 'mot mat khau khac han');
    await resetPassword(api.ctx, argon2Hasher, { username: 'hai-may', password: 'cap lai lan nua' });
    expect((await client.call('GET', '/auth/me')).status).toBe(204);
    expect((await (await api.signIn('hai-may', 'cap lai lan nua')).get<Me>('/auth/me')).mustChangePassword).toBe(true);
  });
});

describe('commands from elsewhere', () => {
  it.each([
    ['another origin', { origin: 'https://la.example' }],
    ['no origin', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused from %s', async (_, headers) => {
    const client = await api.signIn('trogiup');
    expect(problemOf(await client.call('POST', '/auth/logout', {}, headers)).code).toBe('CROSS_ORIGIN');
    expect((await client.call('GET', '/auth/me')).status).toBe(200);
  });

  it('are taken from our own page', async () => {
    const client = await api.signIn('trogiup');
    expect((await client.call('POST', '/auth/logout', {}, { origin: api.config.api.publicUrl })).status).toBe(204);
  });
});

describe('problems', () => {
  it('name the field, what is wrong and what to do', async () => {
    const client = await api.signIn('vanphong');
    const answer = await client.call('POST', `/plans/${crypto.randomUUID()}/suspend`, { commandId: 'x', reason: '' });
    expect(answer.status).toBe(400);
    const { detail, code } = problemOf(answer);
    expect(code).toBe('VALIDATION');
    expect(detail).toContain('Mã lệnh: cần là một mã định danh hợp lệ');
    expect(detail).toContain('Lý do: cần ít nhất 3 ký tự');
  });

  it('answer an address that is not there, and a body that is no JSON, in Vietnamese', async () => {
    const client = await api.signIn('vanphong');
    expect(problemOf(await client.call('GET', '/khong-co')).code).toBe('ROUTE_NOT_FOUND');
    const broken = await api.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      headers: { 'content-type': 'application/json' },
      payload: '{"a":',
    });
    expect(broken.json<{ code: string }>().code).toBe('BAD_REQUEST');
    const plan = await client.call('GET', `/plans/${crypto.randomUUID()}`);
    expect(problemOf(plan)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
