import { ConfigError, loadConfig } from './load.js';
import { renderEnvExample } from './env-example.js';
import { settings } from './settings.js';

const good = { DATABASE_URL: 'postgres://don_doc:bi-mat@127.0.0.1:5432/don_doc' };

function problemsOf(env: Record<string, string | undefined>): Record<string, string> {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return Object.fromEntries(error.problems.map((p) => [p.name, p.message]));
    throw error;
  }
  return {};
}

describe('loadConfig', () => {
  it('needs only the address of the database', () => {
    const config = loadConfig(good);
    expect(config.database).toEqual({ url: good.DATABASE_URL, poolSize: 10, connectMs: 2000, statementMs: 3000 });
    expect(config.temporal.taskQueue).toBe('don-doc');
    expect(config.api).toMatchObject({ port: 3000, secureCookies: false, trustProxy: false });
    expect(config.worker.metricsPort).toBeUndefined();
  });

  it('names every bad variable at once', () => {
    const problems = problemsOf({ API_PORT: '99999', LOG_LEVEL: 'ồn', SMTP_URL: 'http://x', TRUST_PROXY: 'có' });
    expect(Object.keys(problems).sort()).toEqual(['API_PORT', 'DATABASE_URL', 'LOG_LEVEL', 'SMTP_URL', 'TRUST_PROXY']);
    expect(problems['DATABASE_URL']).toContain('bắt buộc');
    expect(problems['API_PORT']).toBe('phải là số cổng từ 1 đến 65535 (đang là "99999")');
  });

  it('takes an empty variable as an absent one', () => {
    expect(loadConfig({ ...good, API_PORT: ' ', TEMPORAL_UI_URL: '' }).api.port).toBe(3000);
  });

  it('refuses more local activities than the pool has connections', () => {
    const problems = problemsOf({ ...good, DATABASE_POOL_SIZE: '4', WORKER_LOCAL_ACTIVITIES: '5' });
    expect(problems['WORKER_LOCAL_ACTIVITIES']).toContain('5 > 4');
  });

  it('never shows a password', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://ai:bi-mat@may/ten' });
    expect(problems['DATABASE_URL']).toContain('ai:***@');
    expect(JSON.stringify(problems)).not.toContain('bi-mat');
  });

  it('seals cookies to https when the public address is https', () => {
    const { api } = loadConfig({ ...good, PUBLIC_URL: 'https://don-doc.example.gov.vn/' });
    expect(api).toMatchObject({ secureCookies: true, publicUrl: 'https://don-doc.example.gov.vn' });
  });
});

describe('renderEnvExample', () => {
  it('has every variable, and is itself a configuration that loads', () => {
    const text = renderEnvExample();
    const env: Record<string, string> = {};
    for (const [, name, value] of text.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm))
      env[name ?? ''] = (value ?? '').replace(/^"|"$/g, '');
    expect(Object.keys(env)).toEqual(Object.keys(settings));
    expect(problemsOf(env)).toEqual({});
  });
});
