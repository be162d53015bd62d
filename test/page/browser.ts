// This machine -> a browser for tests: Debian's Chromium, or the one that @sparticuz/chromium brings; none where neither is.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const PACKAGE = '@sparticuz/chromium';

interface Packed {
  readonly args: readonly string[];
  executablePath(): Promise<string>;
}

/** Undefined where there is no browser, which is said. */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = existsSync(DEBIAN) ? { executablePath: DEBIAN, args: ['--no-sandbox'] } : await packed();
  if (found === undefined) {
    console.warn('No browser: the tests of the page are skipped (apt-get install chromium).');
    return undefined;
  }
  return chromium.launch(found);
}

async function packed(): Promise<{ executablePath: string; args: string[] } | undefined> {
  const brought = (await import(PACKAGE).catch(() => undefined)) as { readonly default: Packed } | undefined;
  if (brought === undefined) return undefined;
  try {
    return { executablePath: await brought.default.executablePath(), args: [...brought.default.args] };
  } catch {
    return undefined;
  }
}
