import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingView, RowView } from '@don-doc/contracts/http';
import { startTestApi, upload, type TestApi, type TestClient } from '../support/api/index.js';

jest.setTimeout(120_000);

const docx = readFileSync(join(__dirname, '../../apps/api/assets/ke-hoach-chi-thi-02.docx'));
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

let api: TestApi;
let office: TestClient;
beforeAll(async () => {
  api = await startTestApi({ env: { UPLOAD_LIMIT_MB: '2' } });
  office = await api.signIn('vanphong');
});
afterAll(() => api.stop());

async function send(name: string, bytes: Uint8Array) {
  const { payload, headers } = upload(name, bytes);
  return office.call('POST', '/plans/import', payload, headers);
}

const plans = async (): Promise<number> => (await office.get<unknown[]>('/plans')).length;

describe('importing a plan', () => {
  it('reads the Word file as it was issued: thirty rows, their findings, and no row is mended', async () => {
    const answer = await send('kế hoạch.docx', docx);
    expect(answer.status).toBe(200);
    const { planId } = answer.json<{ planId: string }>();
    const rows = await office.get<RowView[]>(`/plans/${planId}/rows`);
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => row.parentNo === null).map((row) => row.no)).not.toContain('8');
    const findings = await office.get<FindingView[]>(`/plans/${planId}/findings`);
    expect(findings.map((finding) => finding.code)).toContain('NUMBER_MISSING');
    expect(findings.filter((finding) => finding.severity === 'blocking').length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['an empty file', 'trong.docx', Buffer.alloc(0), 'EMPTY_FILE'],
    ['a broken zip', 'hong.docx', docx.subarray(0, 20_000), 'BROKEN_ZIP'],
    ['an image renamed to .docx', 'anh.docx', JPEG, 'NOT_A_WORD_FILE'],
    [
      'a text in another encoding',
      'cu.txt',
      Buffer.from([0xca, 0x54, 0x54, 0x09, 0xd0, 0xe8, 0xa9, 0xb5, 0xb8, 10, 0xff]),
      'WRONG_ENCODING',
    ],
    ['a text without a table', 'thu.txt', Buffer.from('Kính gửi các phòng.\nTrân trọng.'), 'NO_TABLE'],
  ])('refuses %s with a clear message and leaves nothing behind', async (_, name, bytes, code) => {
    const before = await plans();
    const answer = await send(name, bytes);
    const problem = answer.json<{ code: string; detail: string; title: string }>();
    expect(problem.code).toBe(code);
    expect(answer.status).toBe(422);
    expect(problem.detail).toContain(name);
    expect(problem.detail).toMatch(/Đề nghị/);
    expect(await plans()).toBe(before);
  });

  it('refuses a file over the limit without keeping it', async () => {
    const before = await plans();
    const answer = await send('lon.docx', Buffer.alloc(3 * 1024 * 1024));
    expect(answer.status).toBe(413);
    expect(answer.json<{ detail: string }>().detail).toContain('2 MB');
    expect(await plans()).toBe(before);
  });

  it('says so where there is no file', async () => {
    expect((await office.call('POST', '/plans/import', {})).json<{ code: string }>().code).toBe('FILE_MISSING');
  });
});
