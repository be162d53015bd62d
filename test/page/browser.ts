// This machine -> a browser for tests: Debian's Chromium, or the one that @sparticuz/chromium brings; none where neither is.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const PACKAGE = '@sparticuz/chromium';

interface Packed {
  readonly args: readonly string[];
  executablePath(): Promise<string>;
}

/** Undefined where there is no browser, or the package's does not start on this machine; which is said. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (existsSync(DEBIAN)) return chromium.launch({ executablePath: DEBIAN, args: ['--no-sandbox'] });
  try {
    const { default: packed } = (await import(PACKAGE)) as { readonly default: Packed };
    return await chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args] });
  } catch {
    console.warn('No browser: the tests of the page are skipped (apt-get install chromium).');
    return undefined;
  }
}
