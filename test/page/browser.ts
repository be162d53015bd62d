// This machine -> a browser for tests: Debian's Chromium, or the one that @sparticuz/chromium brings; none where neither is.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const PACKAGE = '@sparticuz/chromium';

interface Packed {
  executablePath(): Promise<string>;
}

/** Undefined where there is no browser, or the package's does not start on this machine; which is said. */
export async function openBrowser(): Promise<Browser | undefined> {
  try {
    if (existsSync(DEBIAN)) return await start(DEBIAN);
    const { default: packed } = (await import(PACKAGE)) as { readonly default: Packed };
    return await start(await packed.executablePath());
  } catch {
    console.warn('No browser: the tests of the page are skipped (apt-get install chromium).');
    return undefined;
  }
}

/** With none of the options that the package brings along: they let pages of other origins in, and end at the second window. */
function start(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
