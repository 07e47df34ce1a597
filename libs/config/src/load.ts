import { join } from 'node:path';
import { settings, type SettingName } from './settings.js';
import type { z } from 'zod';

type Env = Readonly<Record<string, string | undefined>>;
type Value<N extends SettingName> = z.output<(typeof settings)[N]['schema']>;

export interface Config {
  readonly database: {
    readonly url: string;
    readonly poolSize: number;
    readonly connectMs: number;
    readonly statementMs: number;
  };
  /** For reference and logs; connections themselves are made through @temporalio/envconfig, which reads the same names. */
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly taskQueue: string;
    readonly uiUrl: string | undefined;
  };
  readonly mail: {
    readonly smtpUrl: string;
    /** The only place a rehearsal's mail may go. */
    readonly rehearsalSmtpUrl: string | undefined;
    readonly from: string;
    readonly pageUrl: string | undefined;
  };
  readonly api: {
    readonly host: string;
    readonly port: number;
    /** Without a slash at the end. */
    readonly publicUrl: string;
    readonly secureCookies: boolean;
    readonly trustProxy: boolean;
    readonly uploadLimitBytes: number;
    readonly sessionKeyFile: string;
  };
  readonly worker: {
    readonly localActivities: number;
    readonly maxCachedWorkflows: number;
    readonly shutdownGraceMs: number;
    readonly metricsHost: string;
    readonly metricsPort: number | undefined;
  };
  readonly dataDir: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly seedDemo: boolean;
}

export interface ConfigProblem {
  readonly name: SettingName;
  readonly message: string;
}

/** Says in Vietnamese every variable that is wrong at once, so that one round of mending is enough. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, message }) => `  - ${name}: ${message}`);
    super(
      `Cấu hình chưa dùng được:\n${lines.join('\n')}\nXem ý nghĩa từng biến trong tệp .env.example, sửa rồi chạy lại.`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads the environment into a Config; an empty variable counts as absent. @throws ConfigError */
export function loadConfig(env: Env): Config {
  const problems: ConfigProblem[] = [];
  const fail = (name: SettingName, message: string): void => void problems.push({ name, message });

  function read<N extends SettingName>(name: N): Value<N> {
    const setting: (typeof settings)[SettingName] & { fallback?: string; optional?: true } = settings[name];
    const raw = env[name]?.trim() || setting.fallback;
    if (raw === undefined) {
      if (!setting.optional) fail(name, 'chưa có giá trị, đây là biến bắt buộc');
      return undefined as Value<N>;
    }
    const parsed = setting.schema.safeParse(raw);
    if (parsed.success) return parsed.data as Value<N>;
    fail(name, `${parsed.error.issues[0]?.message ?? 'không đúng'} (đang là "${shown(name, raw)}")`);
    return undefined as Value<N>;
  }
  const maybe = <N extends SettingName>(name: N): Value<N> | undefined => read(name);

  const publicUrl = read('PUBLIC_URL');
  const dataDir = read('DATA_DIR');
  const poolSize = read('DATABASE_POOL_SIZE');
  const localActivities = read('WORKER_LOCAL_ACTIVITIES');
  if (localActivities > poolSize) {
    fail('WORKER_LOCAL_ACTIVITIES', `không được lớn hơn DATABASE_POOL_SIZE (${localActivities} > ${poolSize})`);
  }
  const config: Config = {
    database: {
      url: read('DATABASE_URL'),
      poolSize,
      connectMs: read('DATABASE_CONNECT_TIMEOUT_MS'),
      statementMs: read('DATABASE_STATEMENT_TIMEOUT_MS'),
    },
    temporal: {
      address: read('TEMPORAL_ADDRESS'),
      namespace: read('TEMPORAL_NAMESPACE'),
      taskQueue: read('TEMPORAL_TASK_QUEUE'),
      uiUrl: maybe('TEMPORAL_UI_URL'),
    },
    mail: {
      smtpUrl: read('SMTP_URL'),
      rehearsalSmtpUrl: maybe('REHEARSAL_SMTP_URL'),
      from: read('MAIL_FROM'),
      pageUrl: maybe('MAIL_PAGE_URL'),
    },
    api: {
      host: read('API_HOST'),
      port: read('API_PORT'),
      publicUrl: publicUrl?.replace(/\/+$/, ''),
      secureCookies: publicUrl?.startsWith('https:') ?? false,
      trustProxy: read('TRUST_PROXY'),
      uploadLimitBytes: read('UPLOAD_LIMIT_MB') * 1024 * 1024,
      sessionKeyFile: maybe('SESSION_KEY_FILE') ?? join(dataDir ?? '.', 'session.key'),
    },
    worker: {
      localActivities,
      maxCachedWorkflows: read('WORKER_MAX_CACHED_WORKFLOWS'),
      shutdownGraceMs: read('WORKER_SHUTDOWN_GRACE_MS'),
      metricsHost: read('WORKER_METRICS_HOST'),
      metricsPort: maybe('WORKER_METRICS_PORT'),
    },
    dataDir,
    logLevel: read('LOG_LEVEL'),
    seedDemo: read('SEED_DEMO'),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** An address may carry a password, and errors end in logs. */
function shown(name: SettingName, raw: string): string {
  return name.endsWith('_URL') ? raw.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@') : raw;
}
