// A chart's specification -> the colours of its texts that are read on none of its grounds.
import { contrast, LEAST_CONTRAST, PAPER, type Rgb, rgbOf } from '../document/contrast.ts';
import type { ChartBlock } from '../document/document.ts';
import { placeOf } from '../document/reading.ts';
import type { Theme } from '../document/theme.ts';
import type { Found } from './finding.ts';

/** Texts beside the marks, which stand on the chart's own ground. */
const LABELS = /^(label|title|subtitle)Color$/u;
const COLOUR = /theme:([A-Za-z0-9-]+)|(#[0-9a-fA-F]{6})\b/gu;

/** A colour that is not read on a ground is one finding, whatever is printed in it. */
export function contrastCause(subject: string): string {
  return `text-contrast ${subject}`;
}

/**
 * Labels of axes and legends stand on paper. A text mark may stand on paper or on any mark, which only drawing tells: it is told where no
 * colour of the chart would let it be read.
 */
export function* chartContrast(block: ChartBlock, theme: Theme): Iterable<Found> {
  const parts: Parts = { labels: [], marks: [], grounds: [] };
  const { datasets: _, ...spec } = block.spec;
  walk(spec, parts);
  const shown = (name: string): Rgb | undefined => rgbOf(theme.colours[name]?.rgb ?? name);
  const grounds = [PAPER, ...named(parts.grounds).map(shown)].filter((one) => one !== undefined);
  const anywhere = [PAPER, ...beside(spec, [parts.labels, parts.marks]).map(shown)].filter(
    (one) => one !== undefined,
  );
  const reads = (name: string, on: readonly Rgb[]): boolean => {
    const colour = shown(name);
    return colour === undefined || on.some((ground) => contrast(colour, ground) >= LEAST_CONTRAST);
  };
  const weak = [
    ...named(parts.labels).filter((name) => !reads(name, grounds)),
    ...named(parts.marks).filter((name) => !reads(name, anywhere)),
  ];
  for (const name of new Set(weak)) {
    const hex = theme.colours[name]?.rgb ?? name;
    const stated = name === hex ? hex : `${name} ${hex}`;
    yield {
      subject: `chart ${block.id} ${name}`,
      message: `그림 ‘${block.id}’의 글자색이 어느 바탕에서도 구별되지 않습니다: ${stated}.`,
      place: placeOf(block) ?? block.caption.place,
      cause: contrastCause(`screen ${name}-on-paper`),
      stated,
      computed: `명암비 ${LEAST_CONTRAST} 이상`,
      remedy: '그림틀에서 글자색을 바꿉니다.',
    };
  }
}

interface Parts {
  readonly labels: unknown[];
  readonly marks: unknown[];
  readonly grounds: unknown[];
}

function walk(spec: unknown, parts: Parts): void {
  // A list of what is still to be looked at, since specifications may be nested deep.
  const open: unknown[] = [spec];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) open.push(...node);
    if (Array.isArray(node) || typeof node !== 'object' || node === null) continue;
    const { mark, encoding, text, title, view, background } = node as Readonly<Record<string, unknown>>;
    if (isText(mark)) parts.marks.push(mark, partOf(encoding, 'color'), partOf(encoding, 'fill'));
    // As in `config: { text: { color } }`.
    parts.marks.push(partOf(text, 'color'), partOf(text, 'fill'));
    parts.labels.push(partOf(title, 'color'), partOf(title, 'subtitleColor'));
    parts.grounds.push(background, partOf(view, 'fill'));
    for (const [key, value] of Object.entries(node)) {
      if (LABELS.test(key)) parts.labels.push(value);
      else open.push(value);
    }
  }
}

function isText(mark: unknown): boolean {
  return mark === 'text' || partOf(mark, 'type') === 'text';
}

function partOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null
    ? (node as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** Each mention of a colour that is not one of the letters'. */
function beside(spec: unknown, letters: unknown): readonly string[] {
  const rest = new Map<string, number>();
  const count = (names: readonly string[], step: 1 | -1) => {
    for (const name of names) rest.set(name, (rest.get(name) ?? 0) + step);
  };
  count(mentions(spec), 1);
  count(mentions(letters), -1);
  return [...rest].flatMap(([name, left]) => (left > 0 ? [name] : []));
}

/** The colours in it, each once: names of the theme, or `#RRGGBB`. */
function named(node: unknown): readonly string[] {
  return [...new Set(mentions(node))];
}

function mentions(node: unknown): readonly string[] {
  return [...(JSON.stringify(node) ?? '').matchAll(COLOUR)].map(([, name, hex]) => name ?? hex ?? '');
}
