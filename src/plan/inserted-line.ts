// A line of tags of a template -> what people call that which it puts there.
import { bareCaption } from './figure-name.ts';
import type { Plan } from './plan.ts';
import { shownText } from './plan-form.ts';

/** `표: 인구 추이`; undefined for a line that puts nothing there that stands in the plan by itself. */
export function insertedBy(source: string, { tables, charts, images, year }: Plan): string | undefined {
  const [, name, id = ''] = /^\{\{~?\s*([a-z-]+)\s*(?:["']([^"']*)["'])?/.exec(source) ?? [];
  const titled = (noun: string, caption: Parameters<typeof shownText>[0]) =>
    caption === undefined ? noun : `${noun}: ${bareCaption(shownText(caption, year))}`;
  switch (name) {
    case 'table':
      return titled('표', tables.get(id)?.caption);
    case 'chart':
      return titled('차트', charts.get(id)?.caption);
    case 'image':
      return titled('그림', images?.get(id)?.caption);
    case 'diagram':
      return '그림';
    case 'page-break':
      return '새 쪽';
    default:
      return undefined;
  }
}
