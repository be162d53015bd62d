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
  const pages = pagesOf(card);
  const [head, ...rest] = card.place.words.split(' · ');
  return (
    <div class="pane middle">
      <div class="head">
        <div class="grow">
          <h2>{pages.length === 0 ? '쪽에 찍히지 않는 곳' : head}</h2>
          <p class="sub">{pages.length === 0 ? card.place.words : rest.join(' · ')}</p>
        </div>
        {pages.length > 1 && (
          <span class="sub nowrap">
            {pages.map(({ page }, index) => `${index === 0 ? '여기' : '견준 곳'} ${page}쪽`).join(', ')}
          </span>
        )}
        <button type="button" class="btn" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          {isLarge ? '작게' : '크게'}
        </button>
      </div>
      <Body class={isLarge ? 'sheets large' : 'sheets'} label="쪽 그림">
        {pages.length === 0 && <Nowhere />}
        {size !== undefined &&
          pages.map(({ page, marks }, index) => (
            <Body key={page} class="view" label={`${page}쪽`}>
              <PagePicture page={page} size={size} marks={marks} isShownFirst />
              {index === 0 && <p class="spoken">{`${card.place.words}: ${card.message}`}</p>}
            </Body>
          ))}
      </Body>
    </div>
  );
}

/** Two pages at most: where it is, and the first other one that it is compared with. */
function pagesOf({
  place,
  related,
}: FindingCard): readonly { readonly page: number; readonly marks: readonly Mark[] }[] {
  const marks = new Map<number, Mark[]>();
  const add = ({ page, ...box }: Place['boxes'][number], isCompared: boolean, tag?: string): void => {
    const mark = { ...box, isCompared, ...(tag === undefined ? {} : { tag }) };
    marks.set(page, [...(marks.get(page) ?? []), mark]);
  };
  place.boxes.forEach((box) => void add(box, false));
  for (const { boxes } of related) boxes.slice(0, 1).forEach((box) => void add(box, true));
  return [...marks].slice(0, 2).map(([page, all]) => ({ page, marks: all.filter(isFirstThere) }));
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
