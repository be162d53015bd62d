// The pages of the bundled plan, and of one with landscape pages, against the golden images.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHANGED_FOLDER, GOLDEN_FOLDER, GOLDEN_PLANS, imageName } from './golden-folder.ts';
import { compareImages, drawPages, fromPng, type GreyImage, toPng } from './page-images.ts';

/** Pixels of a page that may differ to the eye: a digit printed as another differs by three or more. */
const TOLERANCE = 2;

beforeAll(() => {
  rmSync(CHANGED_FOLDER, { recursive: true, force: true });
});

describe.each(GOLDEN_PLANS)('the pages look as they did: $folder', ({ folder, bytes }) => {
  const images = path.join(GOLDEN_FOLDER, folder);
  const changed = path.join(CHANGED_FOLDER, folder);
  const golden = readdirSync(images, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.png'))
    .map((entry) => entry.name)
    .sort();
  let pages: readonly GreyImage[] = [];

  beforeAll(async () => {
    pages = await drawPages(await bytes());
  }, 60_000);

  it('has as many pages', () => {
    expect(golden.length, 'no golden images: npm run golden makes them').toBeGreaterThan(0);
    expect(pages.map((_, index) => imageName(index))).toEqual(golden);
  });

  it.each(golden.map((name, index) => ({ name, index })))('$name', ({ name, index }) => {
    const page = pages[index];
    expect(page, 'the page is gone').toBeDefined();
    if (page === undefined) return;
    const before = fromPng(readFileSync(path.join(images, name)));
    const { pixels, picture } = compareImages(before, page);
    if (pixels > TOLERANCE) {
      mkdirSync(changed, { recursive: true });
      writeFileSync(path.join(changed, name), toPng(page));
      writeFileSync(path.join(changed, imageName(index, '-difference')), picture());
    }
    expect(pixels, `${name}: see test/golden/changed/; npm run golden renews the images`).toBeLessThanOrEqual(
      TOLERANCE,
    );
  });
});
