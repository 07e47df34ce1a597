import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import getPort from 'get-port';
import { InfraError } from '../errors.js';
import type { Layout } from './layout.js';

const usual = {
  api: 3000,
  temporal: 7233,
  temporalUi: 8233,
  mail: 8025,
  smtp: 2525,
  postgres: 54320,
  workerMetrics: 9464,
} as const;

export type PortName = keyof typeof usual;
export type Ports = Readonly<Record<PortName, number>>;

/** Set to choose a port; otherwise the one of the last start, else the usual one, else a free one. */
const portVariables: Readonly<Record<PortName, string>> = {
  api: 'API_PORT',
  temporal: 'DON_DOC_TEMPORAL_PORT',
  temporalUi: 'DON_DOC_TEMPORAL_UI_PORT',
  mail: 'DON_DOC_MAIL_PORT',
  smtp: 'DON_DOC_SMTP_PORT',
  postgres: 'DON_DOC_POSTGRES_PORT',
  workerMetrics: 'WORKER_METRICS_PORT',
};

/** The ports of the last start, so that addresses in bookmarks and mails stay good. */
export async function rememberedPorts(layout: Layout): Promise<Partial<Ports>> {
  try {
    return JSON.parse(await readFile(layout.ports, 'utf8')) as Partial<Ports>;
  } catch {
    return {};
  }
}

/** Settles the ports of this start and remembers them. @throws InfraError when a chosen port is taken */
export async function choosePorts(layout: Layout, env: NodeJS.ProcessEnv, host: string): Promise<Ports> {
  const ports = await settle(layout, env, host);
  await writeFile(layout.ports, `${JSON.stringify(ports, null, 2)}\n`);
  return ports;
}

/** What a start would take now, in words. @throws InfraError when a chosen port is taken */
export async function choosePortsDryly(layout: Layout, env: NodeJS.ProcessEnv, host: string): Promise<string> {
  const ports = await settle(layout, env, host);
  return `trang ${ports.api}, hộp hứng thư ${ports.mail}, Temporal ${ports.temporal} và ${ports.temporalUi}, PostgreSQL ${ports.postgres}`;
}

async function settle(layout: Layout, env: NodeJS.ProcessEnv, host: string): Promise<Ports> {
  const last = await rememberedPorts(layout);
  const taken = new Set<number>();
  const ports = { ...usual } as Record<PortName, number>;
  for (const name of Object.keys(usual) as PortName[]) {
    const chosen = Number(env[portVariables[name]] || Number.NaN);
    const at = name === 'api' ? host : '127.0.0.1';
    if (Number.isNaN(chosen)) ports[name] = await firstFree([last[name], usual[name]], at, taken);
    else if (await isFree(chosen, at)) ports[name] = chosen;
    else {
      throw new InfraError(
        'PORT_TAKEN',
        `Cổng ${chosen} (${portVariables[name]}) đang có chương trình khác dùng. Chọn cổng khác, hoặc bỏ ${portVariables[name]} để tự tìm cổng trống.`,
      );
    }
    taken.add(ports[name]);
  }
  return ports;
}

async function firstFree(
  wishes: readonly (number | undefined)[],
  host: string,
  taken: ReadonlySet<number>,
): Promise<number> {
  for (const wish of wishes) {
    if (wish !== undefined && !taken.has(wish) && (await isFree(wish, host))) return wish;
  }
  return getPort({ host, exclude: [...taken] });
}

/** On that host and on every address: a program that listens on all of them answers before us on some systems. */
export async function isFree(port: number, host: string): Promise<boolean> {
  for (const at of new Set([host, '0.0.0.0'])) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen({ port, host: at, exclusive: true }, () => probe.close(() => resolve(true)));
    });
    if (!free) return false;
  }
  return true;
}
