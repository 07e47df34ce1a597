import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { createApp } from '@don-doc/api';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startTestApi, type TestApi } from '../support/api/index.js';
import { startTestTemporal } from '../support/servers/index.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) =>
  existsSync(p),
);
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const WEB = resolve(import.meta.dirname, '../../apps/web/dist');

jest.setTimeout(180_000);

/** The built page in a real browser, over the real API, on the seeded rehearsal of the real plan. */
describe('the page', () => {
  let api: TestApi;
  let temporal: Awaited<ReturnType<typeof startTestTemporal>>;
  let app: Awaited<ReturnType<typeof createApp>>;
  let browser: Browser;
  let base = '';
  let rehearsalId = '';
  let draftId = '';

  beforeAll(async () => {
    temporal = await startTestTemporal();
    api = await startTestApi({ rehearsal: true, env: { TEMPORAL_ADDRESS: temporal.address } });
    app = await createApp({ config: api.config, webDir: WEB });
    await app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    browser = await chromium.launch({
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: ARGS.split(' '),
    });
    const office = await api.signIn('vanphong');
    const plans = await office.get<{ id: string; rehearsal: boolean }[]>('/plans');
    rehearsalId = plans.find((p) => p.rehearsal)!.id;
    draftId = plans.find((p) => !p.rehearsal)!.id;
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    await api.stop();
    await temporal.stop();
  });

  interface Visit {
    readonly context: BrowserContext;
    readonly page: Page;
    readonly errors: string[];
  }

  async function signedIn(username: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const errors: string[] = [];
    await page.goto(base);
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel('Mật khẩu').fill(api.passwords[username]!);
    await page.keyboard.press('Enter');
    await page.getByText('Đăng xuất').first().waitFor();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    return { context, page, errors };
  }

  async function serious(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map(
        (v) =>
          `${v.id}: ${v.nodes
            .map((n) => n.target.join(' '))
            .slice(0, 3)
            .join('; ')}`,
      );
  }

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
  ] as const)(
    'shows the plan at %i px, %s, without a console error or a serious finding of axe',
    async (width, scheme) => {
      const { context, page, errors } = await signedIn('vanphong', width, scheme);
      await page.goto(`${base}/ke-hoach/${rehearsalId}`);
      await page.getByText('DIỄN TẬP').first().waitFor();
      await page.getByText('Tham mưu, xây dựng phương án bố trí phòng, kho').first().waitFor();
      expect(await serious(page)).toEqual([]);
      expect(errors).toEqual([]);
      // No row runs out of the page sideways on a phone.
      if (width === 390)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await context.close();
    },
  );

  it('opens the row of the plan with its derivation, and the draft with what is to be settled', async () => {
    const { context, page, errors } = await signedIn('vanphong', 1440);
    await page.goto(`${base}/ke-hoach/${draftId}`);
    await page.getByText('Khởi chạy kế hoạch').first().waitFor();
    await page.goto(`${base}/ke-hoach/${rehearsalId}`);
    await page.getByText('Tham mưu, xây dựng phương án bố trí phòng, kho').last().click();
    await page.getByText('Thời hạn được tính như thế nào').first().click();
    await page.getByText('trước hẳn ngày 30/05/2025').first().waitFor();
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('shows a unit head their own work on a phone', async () => {
    const { context, page, errors } = await signedIn('hanhchinh', 390);
    await page.getByText('Việc của tôi').first().waitFor();
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
