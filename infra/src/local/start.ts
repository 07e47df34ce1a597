import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import chalk from 'chalk';
import { InfraError } from '../errors.js';
import { startMailSink, type MailSink } from '../mail-sink/sink.js';
import { clearLeftovers } from '../postgres/cluster.js';
import { startPostgres } from '../postgres/server.js';
import { endLeftover, signalGroup } from '../process/guarded.js';
import { parentOf, processesNaming } from '../process/pids.js';
import { startDevServer } from '../temporal/dev-server.js';
import { findTemporalCli } from '../temporal/find.js';
import { runNode, startNode, untilAnswers } from './apps.js';
import { dataLayout, programs, type Layout } from './layout.js';
import { endLeftovers, recordChildren, type ChildRecord } from './leftovers.js';
import { takeLock } from './lock.js';
import { Log } from './log.js';
import { choosePorts, type Ports } from './ports.js';
import { childEnv, readDotEnv } from './settings.js';
import { Supervised } from './supervise.js';

/** The whole product on one machine; see `npm start`. Resolves when everything has been stopped, with the exit code. */
export async function start(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { data: { type: 'string' }, port: { type: 'string' } } });
  readDotEnv();
  if (values.port) process.env['API_PORT'] = values.port;
  const layout = dataLayout(values.data);
  const release = await takeLock(layout).catch((error: unknown) => {
    report(error);
    return undefined;
  });
  if (!release) return 1;
  const house = new House(layout, new Log(layout.logs));
  const stopped = house.stopOnSignals();
  try {
    // A stop asked for during the start must not wait for the step at hand.
    return await Promise.race([house.up().then(() => stopped), stopped]);
  } catch (error) {
    if (!house.isStopping) report(error);
    const wanted = house.isStopping;
    await house.down();
    return wanted ? 0 : 1;
  } finally {
    await release();
  }
}

function report(error: unknown): void {
  const text =
    error instanceof InfraError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${chalk.red('Chưa chạy được.')}\n${text}\n`);
}

class House {
  /** In the order of their start; stopped in reverse. */
  private readonly running: { readonly service: Supervised; readonly mark: string }[] = [];
  private sink: MailSink | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly layout: Layout,
    private readonly log: Log,
  ) {}

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  async up(): Promise<void> {
    const since = performance.now();
    const say = (message: string): void => this.log.say('don-doc', message);
    const { layout, log } = this;
    const host = process.env['API_HOST'] || '127.0.0.1';
    say(`Dữ liệu: ${layout.dir}`);
    await findTemporalCli({ onProgress: say });
    await this.clear(say);
    const ports = await choosePorts(layout, process.env, host);

    say('Mở PostgreSQL, Temporal và hộp hứng thư.');
    let databaseUrl = '';
    await Promise.all([
      this.supervise('PostgreSQL', layout.postgres, async () => {
        const server = await startPostgres({
          dataDir: layout.postgres,
          port: ports.postgres,
          durable: true,
          onLog: (line) => log.keep('postgres', line),
        });
        databaseUrl = server.url;
        return server;
      }),
      this.supervise('Temporal', layout.temporal, () => this.startTemporal(ports)),
      startMailSink({ dir: layout.mail, smtpPort: ports.smtp, httpPort: ports.mail }).then(
        (sink) => void (this.sink = sink),
      ),
    ]);
    this.goOn();

    const env = childEnv(layout, ports, databaseUrl, process.env);
    await this.prepareData(env, say);
    this.goOn();
    say('Mở tiến trình thực thi và máy chủ trang.');
    const ready = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${ports.api}/api/health/ready`;
    if (existsSync(programs.worker)) {
      await this.supervise('tiến trình thực thi', programs.worker, () =>
        Promise.resolve(startNode('worker', programs.worker, env, log)),
      );
    }
    if (existsSync(programs.api)) {
      await this.supervise('máy chủ trang', programs.api, async () => {
        const api = startNode('api', programs.api, env, log);
        await untilAnswers(api, ready, 120_000).catch(async (error: unknown) => {
          await api.stop();
          throw error;
        });
        return api;
      });
    }
    this.goOn();
    this.welcome(env, ports, Math.round((performance.now() - since) / 1000));
  }

  /** What an earlier start that was killed may have left running, before ports are looked at. */
  private async clear(say: (message: string) => void): Promise<void> {
    await endLeftovers(this.layout, say);
    for (const pid of processesNaming('start-dev', this.layout.temporal)) {
      await endLeftover(pid, { signal: 'SIGTERM', graceMs: 8_000 });
    }
    if (existsSync(this.layout.postgres)) await clearLeftovers(this.layout.postgres);
  }

  private async startTemporal(ports: Ports): Promise<Awaited<ReturnType<typeof startDevServer>>> {
    await mkdir(dirname(this.layout.temporal), { recursive: true });
    return startDevServer({
      dbFile: this.layout.temporal,
      port: ports.temporal,
      uiPort: ports.temporalUi,
      onLog: (line) => this.log.keep('temporal', line),
    });
  }

  private async prepareData(env: NodeJS.ProcessEnv, say: (message: string) => void): Promise<void> {
    const { layout, log } = this;
    if (existsSync(programs.migrate)) await runNode('migrate', programs.migrate, env, log, 'Nâng cấp cơ sở dữ liệu');
    if (!existsSync(programs.seed) || existsSync(layout.seeded)) return;
    say('Lần chạy đầu: nạp kế hoạch mẫu và buổi diễn tập.');
    await runNode('seed', programs.seed, env, log, 'Nạp dữ liệu lần đầu');
    await writeFile(layout.seeded, '');
  }

  private async supervise(
    name: string,
    mark: string,
    begin: ConstructorParameters<typeof Supervised>[0]['start'],
  ): Promise<void> {
    const service = new Supervised({
      name,
      start: begin,
      say: (message) => this.log.say('don-doc', message),
      onChange: () => void this.record(),
    });
    this.running.push({ service, mark });
    await service.start();
  }

  private async record(): Promise<void> {
    const children = this.running.flatMap(({ service, mark }): ChildRecord[] =>
      // PostgreSQL writes its own number down, and must be ended in its own way: see clearLeftovers.
      service.pid === undefined || mark === this.layout.postgres
        ? []
        : [{ name: service.name, pid: service.pid, mark }],
    );
    await recordChildren(this.layout, children).catch(() => undefined);
  }

  /** A stop asked for during the start ends it at the next step. */
  private goOn(): void {
    if (this.stopping) throw new Error('stopped');
  }

  private welcome(env: NodeJS.ProcessEnv, ports: Ports, seconds: number): void {
    const link = (label: string, value: string): string => `    ${label.padEnd(20)}${chalk.underline(value)}`;
    const lines = [
      '',
      chalk.bold(`  Đôn Đốc đã chạy, sau ${seconds} giây.`),
      link('Trang làm việc', env['PUBLIC_URL'] ?? ''),
      link('Hộp hứng thư', `http://127.0.0.1:${ports.mail}`),
      link('Trang Temporal', `http://127.0.0.1:${ports.temporalUi}`),
      `    ${'Nhật ký'.padEnd(20)}${this.layout.logs}`,
      '  Dừng: Ctrl-C.',
      '',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  /** Resolves with the exit code when a signal, or the end of the npm that started us, has stopped everything. */
  stopOnSignals(): Promise<number> {
    // npm starts us through a shell that would outlive it, so both are watched.
    const ancestors = (): string => `${process.ppid} ${parentOf(process.ppid) ?? ''}`;
    const born = ancestors();
    return new Promise((resolve) => {
      const stop = (): void => {
        if (this.stopping) return this.force();
        void this.down().then(() => resolve(0));
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
      if (process.env['npm_lifecycle_event'] === 'start') {
        const watch = setInterval(() => {
          if (ancestors() !== born && !this.stopping) stop();
        }, 1_000);
        watch.unref();
      }
    });
  }

  /** In order: API, worker, Temporal, PostgreSQL, then the mail sink. */
  down(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    const order = ['máy chủ trang', 'tiến trình thực thi', 'Temporal', 'PostgreSQL'];
    const services = [...this.running].sort((a, b) => order.indexOf(a.service.name) - order.indexOf(b.service.name));
    for (const { service } of services) {
      this.log.say('don-doc', `Dừng ${service.name}.`);
      await service.stop().catch(() => undefined);
    }
    await this.sink?.stop();
    await recordChildren(this.layout, []).catch(() => undefined);
    this.log.say('don-doc', 'Đã dừng. Dữ liệu được giữ cho lần chạy sau.');
  }

  private force(): never {
    this.log.say('don-doc', 'Dừng ngay.');
    for (const { service } of this.running) if (service.pid !== undefined) signalGroup(service.pid, 'SIGKILL');
    process.exit(130);
  }
}
