// cover.yaml, contents.yaml, colophon.yaml, vision.yaml and outreach.yaml -> the texts in them.
import * as v from 'valibot';
import type { Colophon, Contents, Cover, Outreach, Vision } from '../plan/front-matter.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, label, list, mapping, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';

const maybe = v.exactOptional(text);

const COVER_FILE = mapping({
  registration: maybe,
  tag: maybe,
  slogan: maybe,
  series: maybe,
  title: v.exactOptional(named),
  vision: maybe,
});

export function readCoverFile(root: Mapping, faults: Faults): Cover | undefined {
  const file = readShape(root, COVER_FILE, faults);
  if (file === undefined) return undefined;
  return {
    ...optionally('registration', file.registration && sourceText(file.registration)),
    ...optionally('tag', file.tag && sourceText(file.tag)),
    ...optionally('slogan', file.slogan && sourceText(file.slogan)),
    ...optionally('series', file.series && sourceText(file.series)),
    ...optionally('title', file.title && sourceText(file.title)),
    ...optionally('vision', file.vision && sourceText(file.vision)),
  };
}

const CONTENTS_FILE = mapping({ title: named, entries: v.exactOptional(entriesOf(named)) });

export function readContentsFile(root: Mapping, faults: Faults): Contents | undefined {
  const file = readShape(root, CONTENTS_FILE, faults);
  return (
    file && {
      title: sourceText(file.title),
      entries: new Map((file.entries ?? []).map(({ key, value }) => [key.text, sourceText(value)])),
    }
  );
}

const LABELLED = list(mapping({ label, text }));

const COLOPHON_FILE = mapping({
  title: named,
  rows: LABELLED,
  'back-cover': v.exactOptional(list(text)),
});

export function readColophonFile(root: Mapping, faults: Faults): Colophon | undefined {
  const file = readShape(root, COLOPHON_FILE, faults);
  return (
    file && {
      title: sourceText(file.title),
      rows: file.rows.map((row) => ({ label: sourceText(row.label), text: sourceText(row.text) })),
      backCover: (file['back-cover'] ?? []).map(sourceText),
    }
  );
}

const VISION_FILE = mapping({ alt: named, goals: LABELLED, label: named, strategies: named, tasks: named });

export function readVisionFile(root: Mapping, faults: Faults): Vision | undefined {
  const file = readShape(root, VISION_FILE, faults);
  return (
    file && {
      alt: sourceText(file.alt),
      goals: file.goals.map((goal) => ({ label: sourceText(goal.label), text: sourceText(goal.text) })),
      label: sourceText(file.label),
      strategies: sourceText(file.strategies),
      tasks: sourceText(file.tasks),
      place: root.place,
    }
  );
}

const OUTREACH_FILE = mapping({
  columns: v.pipe(list(named), v.length(4, '열 이름 네 개')),
  rows: list(mapping({ subject: text, timing: text, keywords: list(text), methods: list(text) })),
});

export function readOutreachFile(root: Mapping, faults: Faults): Outreach | undefined {
  const file = readShape(root, OUTREACH_FILE, faults);
  return (
    file && {
      columns: file.columns.map(sourceText),
      rows: file.rows.map((row) => ({
        subject: sourceText(row.subject),
        timing: sourceText(row.timing),
        keywords: row.keywords.map(sourceText),
        methods: row.methods.map(sourceText),
      })),
    }
  );
}
