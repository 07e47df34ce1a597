import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import * as contract from '@don-doc/contracts/http';
import { startTestApi, upload, type Answer, type TestApi, type TestClient } from '../support/api/index.js';

jest.setTimeout(180_000);

const HEAD = 'Đơn vị,Họ và tên,Chức vụ,Vai trò,Thư điện tử,Tên gọi khác,Loại đơn vị';
const csv = (...lines: string[]): Buffer => Buffer.from([HEAD, ...lines].join('\r\n'));
const GOOD = [
  'Văn phòng,Lê Thị An,Chánh Văn phòng,Văn phòng; Lãnh đạo đơn vị,an@so.example,,',
  'Phòng Một,Trần Văn Bình,Trưởng phòng,Lãnh đạo đơn vị,binh@so.example,,',
  'Phòng Hai,Phạm Thị Chi,Trưởng phòng,Lãnh đạo đơn vị,,,',
  'Phòng Ba,,,,,Phòng cũ,',
  ',Nguyễn Văn Dũng,Giám đốc,Giám đốc,dung@so.example,,',
];

let api: TestApi;
let admin: TestClient;
let directoryId: string;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.withRole('admin');
  const { id } = await admin.post<contract.DirectoryPeople>('/directories', { name: 'Sở Thử nghiệm' });
  directoryId = id;
});
afterAll(() => api.stop());

const send = (name: string, bytes: Uint8Array, client = admin): Promise<Answer> => {
  const { payload, headers } = upload(name, bytes);
  return client.call('POST', `/directories/${directoryId}/import`, payload, headers);
};
const people = (): Promise<contract.DirectoryPeople> => admin.get(`/directories/${directoryId}/people`);
const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;

describe('filling a directory', () => {
  it('keeps nothing of a file with one wrong line, and tells every wrong line', async () => {
    const answer = await send(
      'danh-ba.csv',
      csv(...GOOD, 'Phòng Một,Đỗ Văn Em,,Trưởng ban,em@so', ',Vũ Thị Giang,,Công chức,,,'),
    );
    expect([answer.status, codeOf(answer)]).toEqual([422, 'DIRECTORY_ROWS_WRONG']);
    const { detail } = answer.json<{ detail: string }>();
    expect(detail).toContain('Dòng 7: vai trò “Trưởng ban” chưa có');
    expect(detail).toContain('Dòng 7: địa chỉ thư “em@so” chưa đúng');
    expect(detail).toContain('Dòng 8: Vũ Thị Giang có vai trò trong đơn vị nhưng chưa ghi đơn vị');
    expect((await people()).people).toEqual([]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'DIRECTORY_FILE_UNREADABLE'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 hỏng'), 'DIRECTORY_FILE_UNREADABLE'],
    ['another encoding', Buffer.from([0xca, 0x54, 0xff, 0x2c, 0x0a]), 'DIRECTORY_FILE_UNREADABLE'],
    ['JSON that is no list', Buffer.from('{"a": 1}'), 'DIRECTORY_FILE_UNREADABLE'],
    ['a table without the columns', Buffer.from('Tên,Tuổi\nAn,40\n'), 'DIRECTORY_COLUMNS_MISSING'],
    ['headings alone', csv(), 'DIRECTORY_EMPTY'],
  ])('refuses %s', async (_, bytes, code) => {
    const answer = await send('danh-ba.xlsx', bytes);
    expect([answer.status, codeOf(answer)]).toEqual([422, code]);
  });

  it('takes a CSV, and then tells whom no reminder would reach', async () => {
    expect((await send('danh-ba.csv', csv(...GOOD))).json()).toEqual({
      unitsAdded: 4,
      peopleAdded: 4,
      peopleChanged: 0,
      peopleKept: 0,
    });
    const { people: all, unreachable } = await people();
    expect(all.map(({ name, roles }) => [name, ...roles])).toEqual([
      ['Nguyễn Văn Dũng', 'director'],
      ['Lê Thị An', 'office', 'unit-head'],
      ['Phạm Thị Chi', 'unit-head'],
      ['Trần Văn Bình', 'unit-head'],
    ]);
    expect(unreachable.map(({ unitName, why }) => [unitName, why])).toEqual([
      ['Phòng Ba', 'no-head'],
      ['Phòng Hai', 'no-address'],
    ]);
  });

  it('takes the same as Excel and as JSON, changing what changed and removing nobody', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Danh bạ');
    sheet.addRow(['DANH BẠ CỦA SỞ']);
    sheet.addRow(HEAD.split(','));
    sheet.addRow(['Phòng Hai', 'Phạm Thị Chi', 'Trưởng phòng', 'Lãnh đạo đơn vị', 'chi@so.example']);
    const answer = await send('danh-ba.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(answer.json()).toEqual({ unitsAdded: 0, peopleAdded: 0, peopleChanged: 1, peopleKept: 3 });
    const json = [
      { unit: 'Phòng cũ', name: 'Hồ Thị Hạnh', position: '', roles: ['unit-head'], email: 'hanh@so.example' },
    ];
    expect((await send('danh-ba.json', Buffer.from(JSON.stringify(json)))).json()).toMatchObject({
      unitsAdded: 0,
      peopleAdded: 1,
    });
    const now = await people();
    expect(now.people.find(({ name }) => name === 'Hồ Thị Hạnh')?.unitName).toBe('Phòng Ba');
    expect(now.unreachable).toEqual([]);
  });

  it('is the administrator’s to do', async () => {
    expect((await send('danh-ba.csv', csv(...GOOD), await api.signIn('vanphong'))).status).toBe(403);
  });
});

describe('accounts', () => {
  const open = (body: object): Promise<Answer> => admin.call('POST', '/accounts', body);

  it('are opened for a person with a password told once, who reads the plans of that directory', async () => {
    const head = (await people()).people.find(({ name }) => name === 'Trần Văn Bình');
    const answer = await open({ username: 'Binh.PM', personId: head?.id });
    const { account, password } = contract.accountOpened.parse(answer.json());
    expect(account).toMatchObject({ username: 'binh.pm', personRoles: ['unit-head'], mustChangePassword: true });
    const person = await api.signIn('binh.pm', password);
    expect((await person.get<contract.Me>('/auth/me')).unitName).toBe('Phòng Một');
    expect((await admin.call('GET', '/accounts')).text).not.toContain(password);
    expect((await people()).people.find(({ id }) => id === head?.id)?.username).toBe('binh.pm');
  });

  it.each([
    ['a name that is taken', { username: 'vanphong', roles: ['office'] }, 422, 'USERNAME_TAKEN'],
    ['neither a person nor a role', { username: 'khong-vai-tro' }, 422, 'ACCOUNT_WITHOUT_ROLE'],
    ['a person who is not there', { username: 'khong-nguoi', personId: randomUUID() }, 404, 'NOT_FOUND'],
    ['a name with marks', { username: 'văn thư', roles: ['office'] }, 400, 'VALIDATION'],
  ])('are not opened for %s', async (_, body, status, code) => {
    const answer = await open(body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('end their sessions when disabled or reset, and open again', async () => {
    const { account, password } = contract.accountOpened.parse(
      (await open({ username: 'tam-nghi', roles: ['office'] })).json(),
    );
    const there = await api.signIn('tam-nghi', password);
    await admin.post(`/accounts/${account.id}/disable`, {});
    expect((await there.call('GET', '/auth/me')).status).toBe(204);
    const refused = await api.anonymous().call('POST', '/auth/login', { username: 'tam-nghi', password });
    expect([refused.status, codeOf(refused)]).toEqual([401, 'WRONG_CREDENTIALS']);
    expect(await admin.post<contract.AccountView>(`/accounts/${account.id}/enable`, {})).toMatchObject({
      disabled: false,
    });
    const again = await admin.post<contract.AccountOpened>(`/accounts/${account.id}/reset`, {});
    expect(again.password).not.toBe(password);
    await api.signIn('tam-nghi', again.password);
  });

  it('are not disabled by their own administrator', async () => {
    const { accountId } = await admin.get<contract.Me>('/auth/me');
    expect(codeOf(await admin.call('POST', `/accounts/${accountId}/disable`, {}))).toBe('ACCOUNT_OWN');
  });
});
