// Where a finding is and what it is compared with -> the pages, with the places framed.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingCard, Pages, Place } from '../../serve/api.ts';
import { Body } from '../frame/body.tsx';
import { type Mark, PagePicture } from '../picture/page-picture.tsx';
import { base } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';

export function FindingPages({ card }: { readonly card: FindingCard }): JSX.Element {
  const size = useAsked<Pages>(`${base.value}/pages`);
  const [isLarge, setLarge] = useState(false);
  const pages = pagesOf(card, size?.names ?? []);
  const [head, ...rest] = card.place.words.split(' · ');
  return (
    <div class="pane middle">
      <div class="head">
        <div class="grow">
          <h2>{pages.length === 0 ? '쪽에 찍히지 않는 곳' : head}</h2>
          <p class="sub">{pages.length === 0 ? card.place.words : rest.join(' · ')}</p>
        </div>
        {pages.length > 1 && size !== undefined && (
          <span class="sub nowrap">
            {pages.map(({ words }, index) => `${index === 0 ? '여기' : '견준 곳'} ${words}`).join(', ')}
          </span>
        )}
        <button type="button" class="btn" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          {isLarge ? '작게' : '크게'}
        </button>
      </div>
      <div class={isLarge ? 'sheets large' : 'sheets'}>
        {pages.length === 0 && <Nowhere />}
        {pages.length > 0 && size === undefined && (
          <p class="nowhere row" role="status">
            <span class="spinner" /> 쪽 그림을 그리고 있습니다
          </p>
        )}
        {size !== undefined &&
          pages.map(({ page, words, marks }, index) => (
            <Body key={page} class="view" label={`${index === 0 ? '여기' : '견준 곳'} ${words}`}>
              <PagePicture page={page} words={words} size={size} marks={marks} />
              {index === 0 && <p class="spoken">{`${card.place.words}: ${card.message}`}</p>}
            </Body>
          ))}
      </div>
    </div>
  );
}

interface FramedPage {
  readonly page: number;
  /** As it is printed: `22쪽`. */
  readonly words: string;
  readonly marks: readonly Mark[];
}

/** Two pages at most: where it is, and the first other one that it is compared with. */
function pagesOf({ place, related }: FindingCard, names: Pages['names']): readonly FramedPage[] {
  const pages = new Map<number, FramedPage>();
  const add = ({ page, ...box }: Place['boxes'][number], isCompared: boolean): void => {
    const before = pages.get(page) ?? { page, words: names[page - 1] ?? '', marks: [] };
    pages.set(page, { ...before, marks: [...before.marks, { ...box, isCompared }] });
  };
  for (const box of place.boxes) add(box, false);
  for (const { boxes } of related) for (const box of boxes.slice(0, 1)) add(box, true);
  return [...pages.values()].slice(0, 2).map((one) => ({ ...one, marks: one.marks.filter(isFirstThere) }));
}

/** Of frames that cover each other exactly, the first is drawn. */
function isFirstThere(mark: Mark, index: number, all: readonly Mark[]): boolean {
  return all.findIndex(({ x, y, width }) => x === mark.x && y === mark.y && width === mark.width) === index;
}

function Nowhere(): JSX.Element {
  return (
    <div class="nowhere">
      <p>이 곳은 발간물의 쪽에 나오지 않아 그림이 없습니다. 오른쪽에서 값을 보고 정하십시오.</p>
    </div>
  );
}
