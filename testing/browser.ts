import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Where Chromium is; empty leaves browser tests out, loudly. */
const CHROMIUM = process.env['SHIRUSHI_TEST_CHROMIUM'] ?? '/usr/bin/chromium';

/** What a browser test is marked with when there is no browser. */
export const WITHOUT_BROWSER: string | false = CHROMIUM === '' && 'NO CHROMIUM: set SHIRUSHI_TEST_CHROMIUM to its path';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser for the tests of a file; it closes after them. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    if (CHROMIUM !== '') browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  after(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('no browser was started');
    return browser;
  };
}

/** An application on a port of this machine. */
type Served = { readonly address: string; readonly close: () => void };

/** Serves an application on a free port. */
export async function serveForBrowser(fetch: (request: Request) => Response | Promise<Response>): Promise<Served> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

/** Milliseconds after which something that does not come on a page is given up, on a busy machine. */
const LONGEST_WAIT = 60_000;

/** Opens an address as a reader with this browser sees it; the page closes after `use`. */
export async function withPage<T>(
  browser: Browser,
  visit: BrowserContextOptions & { readonly address: string },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { address, ...options } = visit;
  const context = await browser.newContext(options);
  context.setDefaultTimeout(LONGEST_WAIT);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await use(page);
  } finally {
    await context.close();
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe-core finds wrong with a page, a line each; target sizes (WCAG 2.5.8) included, which are off by default. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return (found as AxeResults).violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  );
}
