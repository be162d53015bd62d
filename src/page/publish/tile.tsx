// A file that the program makes -> its card: what for, how new, open and make.
import type { JSX } from 'preact';
import type { OutputTile } from '../../serve/api-jobs.ts';
import { Icon } from '../frame/icon.tsx';
import { usePicture } from '../picture/page-picture.tsx';
import { post } from '../state/client.ts';
import { attempt, base, isReadOnly, say } from '../state/store.ts';

const STATES = {
  current: { words: '지금 값', tone: 's', icon: 'check' },
  old: { words: '옛 값', tone: 'w', icon: 'clock' },
  none: { words: '아직 없음', tone: '', icon: undefined },
} as const;

/** What is written on the sheet in place of a picture. */
const SHEETS: Readonly<Record<string, string>> = {
  publication: 'PDF',
  press: '인쇄',
  hwpx: '한글',
  form: '서식',
  ministry: '고용부',
};

interface TileProps {
  readonly tile: OutputTile;
  readonly isBusy: boolean;
  readonly onMake: () => void;
}

export function Tile({ tile, isBusy, onMake }: TileProps): JSX.Element {
  const { title, purpose, state, made } = tile;
  const picture = usePicture(tile.kind === 'publication' ? `${base.value}/pages/1.svg` : undefined);
  const look = STATES[state];
  const isOff = isBusy || isReadOnly.value;
  const make = (
    <button
      type="button"
      class={state === 'current' ? 'btn quiet' : 'btn second'}
      aria-disabled={isOff}
      aria-label={`${title} ${state === 'none' ? '만들기' : '다시 만들기'}`}
      onClick={() => !isOff && onMake()}
    >
      {state === 'none' ? '만들기' : '다시 만들기'}
    </button>
  );
  return (
    <article class="card tile" aria-label={title}>
      <div class={picture?.url === undefined ? 'sheet-of' : 'sheet-of pictured'}>
        {picture?.url === undefined ? (
          <span>{SHEETS[tile.kind] ?? '엑셀'}</span>
        ) : (
          <img src={picture.url} alt="" />
        )}
      </div>
      <div class="grow">
        <h4>{title}</h4>
        <p class="sub">{purpose}</p>
        <p class="row">
          <span class={`badge ${look.tone}`}>
            {look.icon !== undefined && <Icon name={look.icon} />} {look.words}
          </span>
          <span class="xs sub">{made}</span>
        </p>
      </div>
      <div class="does">
        {state === 'old' && make}
        {state !== 'none' && <OpenButton tile={tile} isFirst={state === 'current'} />}
        {state !== 'old' && make}
      </div>
    </article>
  );
}

interface OpenButtonProps {
  readonly tile: OutputTile;
  readonly isFirst?: boolean;
  /** Where several editions have one of the same name. */
  readonly of?: string;
}

export function OpenButton({ tile, isFirst, of = '' }: OpenButtonProps): JSX.Element {
  const open = async (): Promise<void> => {
    await post(`/api/outputs/${tile.output}/open`);
    say(`열고 있습니다: ${tile.title}`);
  };
  return (
    <button
      type="button"
      class={isFirst === true ? 'btn' : 'btn quiet'}
      aria-label={`${of}${tile.title} 열기`}
      onClick={() => void attempt(open)}
    >
      {of === '' ? '열기' : tile.title}
    </button>
  );
}
