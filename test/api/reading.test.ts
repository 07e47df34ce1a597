import { randomUUID } from 'node:crypto';
import { argon2Hasher, declaredRoutes, type DeclaredRoute } from '@don-doc/api';
import { createAccount, saveDirectory } from '@don-doc/application';
import type * as contract from '@don-doc/contracts/http';
import type { PersonRole } from '@don-doc/persistence';
import { startTestApi, type TestApi, type TestClient } from '../support/api/index.js';

jest.setTimeout(240_000);

/** An account of each role in the rehearsal's own directory. */
const OURS = {
  office: 'vanphong',
  'unit-head': 'pbgdpl',
  'unit-staff': 'congchuc',
  'deputy-director': 'phogiamdoc',
  director: 'giamdoc',
  observer: 'sonoivu',
  admin: 'quantri',
} as const;
type Known = keyof typeof OURS;
const ROLES = Object.keys(OURS) as Known[];
const STRANGERS: readonly PersonRole[] = [
  'office',
  'unit-head',
  'unit-staff',
  'deputy-director',
  'director',
  'observer',
];

let api: TestApi;
const ours = new Map<Known, TestClient>();
const strangers = new Map<PersonRole, TestClient>();
/** The strangers' directory. */
let elsewhere: string;
let ids: { planId: string; rowId: string; assignmentId: string; findingId: string };

beforeAll(async () => {
  api = await startTestApi({ rehearsal: true });
  for (const role of ROLES) ours.set(role, await signIn(role));
  const other = await saveDirectory(api.ctx, {
    name: 'Cơ quan khác',
    isDemo: false,
    units: [{ code: 'PHONG', name: 'Phòng của cơ quan khác', kind: 'unit', aliases: [] }],
    people: STRANGERS.map((role) => ({ name: role, position: '', email: null, unit: 'PHONG', roles: [role] })),
  });
  elsewhere = other.id;
  for (const role of STRANGERS) {
    const account = { username: `khac-${role}`, password: randomUUID(), roles: [], mustChangePassword: false };
    await createAccount(api.ctx, argon2Hasher, { ...account, person: { directoryId: elsewhere, name: role } });
    strangers.set(role, await api.signIn(account.username, account.password));
  }
  const office = of('office');
  const plan = (await office.get<contract.PlanSummary[]>('/plans')).find(({ rehearsal }) => rehearsal);
  const rows = await office.get<contract.RowView[]>(`/plans/${plan?.id}/rows`);
  const row = rows.find(({ no }) => no === '5.1');
  const [finding] = await office.get<contract.FindingView[]>(`/plans/${plan?.id}/findings`);
  ids = {
    planId: plan?.id ?? '',
    rowId: row?.id ?? '',
    assignmentId: row?.assignments.find(({ unitName }) => unitName.startsWith('Phòng Phổ biến'))?.id ?? '',
    findingId: finding?.id ?? '',
  };
});
afterAll(() => api.stop());

/** The administrator's first password must be changed before anything else. */
async function signIn(role: Known): Promise<TestClient> {
  const client = await api.signIn(OURS[role]);
  const { mustChangePassword } = await client.get<contract.Me>('/auth/me');
  if (mustChangePassword)
    await client.call('POST', '/auth/password', { current: api.passwords[OURS[role]], next: randomUUID() });
  return client;
}

const of = (role: Known): TestClient => {
  const client = ours.get(role);
  if (!client) throw new Error(`nobody is ${role}`);
  return client;
};
const pathOf = ({ path }: DeclaredRoute): string =>
  path.replace(/:(\w+)/g, (_, name: string) => (ids as Record<string, string>)[name] ?? randomUUID());
const ofThePlan = (): DeclaredRoute[] =>
  declaredRoutes(api.app).filter(({ path }) => /:(?:planId|rowId|assignmentId)\b/.test(path));
/** A stream has no end to wait for. */
const endless = ({ path }: DeclaredRoute): boolean => path.endsWith('/stream');

/** All that a role is answered about the plan, as one text. */
async function allThatIsTold(role: Known): Promise<string> {
  const client = of(role);
  const rows = await client.get<contract.RowView[]>(`/plans/${ids.planId}/rows`);
  const routes = ofThePlan().filter(
    (route) => route.method === 'GET' && !endless(route) && !route.path.endsWith('.xlsx'),
  );
  const paths = [
    '/plans',
    '/directories',
    ...routes.filter(({ path }) => !path.includes(':rowId')).map(pathOf),
    // Rows of the story's results; for a guest, any of its own.
    ...rows
      .filter(({ no }) => role === 'observer' || no === '5.1')
      .slice(0, 2)
      .map((row) => `/plans/${ids.planId}/rows/${row.id}`),
  ];
  const answers = [];
  for (const path of paths) answers.push(await client.call('GET', path));
  return answers
    .filter(({ status }) => status === 200)
    .map(({ text }) => text)
    .join('\n');
}

describe('whose plan it is', () => {
  it.each(STRANGERS)('no %s of another directory finds it, by any route', async (role) => {
    const client = strangers.get(role);
    const wrong: string[] = [];
    for (const route of ofThePlan()) {
      const answer = await client?.call(route.method as 'GET', pathOf(route), route.method === 'GET' ? undefined : {});
      // A route that does not name the role refuses before it looks.
      const expected = route.access?.includes(role) ? 404 : 403;
      if (answer?.status !== expected) wrong.push(`${route.method} ${route.path}: ${answer?.status}`);
    }
    expect(wrong).toEqual([]);
    expect((await client?.get<contract.PlanSummary[]>('/plans'))?.map(({ id }) => id)).not.toContain(ids.planId);
    expect((await client?.get<contract.DirectoryView[]>('/directories'))?.map(({ name }) => name)).toEqual([
      'Cơ quan khác',
    ]);
  });

  it.each(ROLES)('%s of its own directory reads by every route that names the role', async (role) => {
    const wrong: string[] = [];
    for (const route of ofThePlan()) {
      if (route.method !== 'GET' || endless(route) || (role === 'observer' && route.path.includes(':rowId'))) continue;
      const { status } = await of(role).call('GET', pathOf(route));
      if (status !== (route.access?.includes(role) ? 200 : 403)) wrong.push(`${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('the Office launches with its own directory only', async () => {
    const [draft] = (await of('office').get<contract.PlanSummary[]>('/plans')).filter(
      ({ status }) => status === 'draft',
    );
    const foreign = await strangers.get('office')?.get<contract.DirectoryView[]>('/directories');
    const unit = foreign?.[0]?.units[0];
    const answer = await of('office').call('POST', `/plans/${draft?.id}/launch/preview`, {
      commandId: randomUUID(),
      issuedOn: '2025-05-05',
      directoryId: foreign?.[0]?.id,
      agencyUnitId: unit?.id,
      groups: {},
    });
    expect(answer.status).toBe(404);
  });
});

describe('a role that a person has in another directory', () => {
  /** An account with a role of its own, that speaks for a stranger. */
  async function withOwn(own: 'admin' | 'director', stranger: PersonRole): Promise<TestClient> {
    const account = {
      username: `${own}-${stranger}-${randomUUID().slice(0, 8)}`,
      password: randomUUID(),
      roles: [own],
      mustChangePassword: false,
    };
    await createAccount(api.ctx, argon2Hasher, { ...account, person: { directoryId: elsewhere, name: stranger } });
    return api.signIn(account.username, account.password);
  }

  it.each([
    ['admin', 'office'],
    ['admin', 'director'],
    ['director', 'office'],
  ] as const)('leaves an account that is %s what it is here, though its person is %s there', async (own, stranger) => {
    const client = await withOwn(own, stranger);
    const wrong: string[] = [];
    for (const route of ofThePlan()) {
      const named = route.access?.includes(own) === true;
      if (endless(route) || (named && route.method !== 'GET')) continue;
      const body = route.method === 'GET' ? undefined : {};
      const { status } = await client.call(route.method as 'GET', pathOf(route), body);
      if (status !== (named ? 200 : 403)) wrong.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
    const commandsOf = async (who: TestClient) => {
      const { commands } = await who.get<contract.PlanView>(`/plans/${ids.planId}`);
      const rows = await who.get<contract.RowView[]>(`/plans/${ids.planId}/rows`);
      return [commands, rows.map(({ assignments }) => assignments.map((assignment) => assignment.commands))];
    };
    expect(await commandsOf(client)).toEqual(await commandsOf(of(own)));
  });

  it.each(['admin', 'director'] as const)('launches no plan here for the %s, and reads no addresses', async (own) => {
    const client = await withOwn(own, 'office');
    const directories = await client.get<contract.DirectoryView[]>('/directories');
    const ours = directories.find(({ demo }) => demo);
    const theirs = directories.find(({ id }) => id === elsewhere);
    const [draft] = (await client.get<contract.PlanSummary[]>('/plans')).filter(({ status }) => status === 'draft');
    const launch = async (directory: contract.DirectoryView | undefined, path: string) => {
      const units = { directoryId: directory?.id, agencyUnitId: directory?.units[0]?.id, groups: {} };
      const answer = { commandId: randomUUID(), issuedOn: '2025-05-05', ...units };
      return (await client.call('POST', `/plans/${draft?.id}/launch${path}`, answer)).status;
    };
    expect([await launch(ours, '/preview'), await launch(ours, '')]).toEqual([403, 403]);
    expect(await launch(theirs, '/preview')).not.toBe(403);
    const people = async (directory: contract.DirectoryView | undefined) =>
      (await client.call('GET', `/directories/${directory?.id}/people`)).status;
    expect([await people(ours), await people(theirs)]).toEqual([own === 'admin' ? 200 : 403, 200]);
  });
});

describe('what is told of it', () => {
  /** Of PBGDPL, submitted in the rehearsal's story: its number, and words of what it found. */
  const RESULT = ['41/BC-PBGDPL', 'Danh mục 126 hồ sơ đã hoàn thành'];
  const OF_ANOTHER_UNIT = ['67/BC-HCTP', 'Đề nghị bổ sung tên người được giao giải quyết chính'];

  it.each(['office', 'admin', 'deputy-director', 'director'] as const)(
    '%s reads every unit’s results',
    async (role) => {
      const told = await allThatIsTold(role);
      for (const words of [...RESULT, ...OF_ANOTHER_UNIT]) expect(told).toContain(words);
    },
  );

  it.each(['unit-head', 'unit-staff'] as const)(
    '%s reads its unit’s results, and of others how they stand',
    async (role) => {
      const told = await allThatIsTold(role);
      for (const words of RESULT) expect(told).toContain(words);
      for (const words of OF_ANOTHER_UNIT) expect(told).not.toContain(words);
      const rows = await of(role).get<contract.RowView[]>(`/plans/${ids.planId}/rows`);
      expect(rows).toHaveLength(30);
      const theirs = rows
        .find(({ no }) => no === '5.1')
        ?.assignments.find(({ unitName }) => /Hành chính/.test(unitName));
      expect(theirs).toMatchObject({ state: 'returned', readable: false, result: null, note: null });
    },
  );

  it('a guest reads the rows that its unit coordinates, how they stand, and no unit’s words', async () => {
    const rows = await of('observer').get<contract.RowView[]>(`/plans/${ids.planId}/rows`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.coordinatorText).toContain('Sở Nội vụ');
    const every = await of('office').get<contract.RowView[]>(`/plans/${ids.planId}/rows`);
    expect(rows.map(({ no }) => no)).toEqual(
      every.filter(({ coordinatorText }) => coordinatorText.includes('Sở Nội vụ')).map(({ no }) => no),
    );
    const { buckets } = await of('observer').get<contract.PlanView>(`/plans/${ids.planId}`);
    expect(Object.values(buckets).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
    const told = await allThatIsTold('observer');
    for (const words of [...RESULT, ...OF_ANOTHER_UNIT]) expect(told).not.toContain(words);
    expect((await of('observer').call('GET', `/plans/${ids.planId}/rows/${ids.rowId}`)).status).toBe(404);
  });

  it('addresses are for the Office and the administrator', async () => {
    const seeing: Known[] = [];
    for (const role of ROLES) if ((await allThatIsTold(role)).includes('@demo.invalid')) seeing.push(role);
    expect(seeing).toEqual(['office', 'admin']);
  });
});
