// A page's number and places on it -> its picture, with the places framed.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Pages } from '../../serve/api.ts';
import { Refused, send } from '../state/client.ts';
import { attempt, base, stamp } from '../state/store.ts';

/** A place on the page, in points from its upper left corner. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isCompared: boolean;
}

interface Picture {
  /** Undefined where the program has none. */
  readonly url: string | undefined;
  readonly words: string;
}

/** What a frame stands off from what it frames, in points. */
const ROOM = 2;

/** The picture's address, for as long as it is shown. */
export function usePicture(path: string | undefined): Picture | undefined {
  const [picture, setPicture] = useState<Picture | undefined>(undefined);
  const version = stamp.value;
  // Drawn anew when the plan's files change.
  useEffect(() => {
    if (path === undefined) return undefined;
    let url: string | undefined;
    let isLate = false;
    void attempt(async () => {
      const answer = await send(path, {}).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
      });
      if (answer === undefined) {
        if (!isLate) setPicture({ url: undefined, words: '' });
        return;
      }
      const words = decodeURIComponent(answer.headers.get('x-alt') ?? '');
      const blob = await answer.blob();
      if (isLate) return;
      url = URL.createObjectURL(blob);
      setPicture({ url, words });
    });
    return () => {
      isLate = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [path, version]);
  return picture;
}

interface PagePictureProps {
  /** From 1. */
  readonly page: number;
  /** As it is printed: `22쪽`. */
  readonly words: string;
  readonly size: Pages;
  readonly marks: readonly Mark[];
}

export function PagePicture({ page, words, size, marks }: PagePictureProps): JSX.Element {
  const picture = usePicture(`${base.value}/pages/${page}.svg`);
  const first = useRef<HTMLDivElement>(null);
  // Another place is brought into view, and once more when the picture is there.
  useEffect(() => {
    centre(first.current);
  }, [page, marks[0]?.x, marks[0]?.y, picture === undefined]);
  return (
    <div class="sheet" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      {picture === undefined ? (
        <p class="wait row">
          <span class="spinner" /> {words} 그림을 그리고 있습니다
        </p>
      ) : picture.url === undefined ? (
        <p class="wait">{words} 그림을 지금 그릴 수 없습니다.</p>
      ) : (
        <img src={picture.url} alt={`${words}. ${picture.words}`} />
      )}
      {marks.map((mark, index) => (
        <div
          key={`${mark.x} ${mark.y}`}
          ref={index === 0 ? first : null}
          class={mark.isCompared ? 'mark also' : 'mark'}
          style={frameOf(mark, size)}
        />
      ))}
    </div>
  );
}

/** Scrolls the pane that the picture is in, and nothing around it. */
function centre(mark: HTMLElement | null): void {
  const view = mark?.closest('.view');
  if (mark === null || view === null || view === undefined) return;
  view.scrollTop = mark.offsetTop + mark.offsetHeight / 2 - view.clientHeight / 2;
  view.scrollLeft = mark.offsetLeft + mark.offsetWidth / 2 - view.clientWidth / 2;
}

function frameOf({ x, y, width, height }: Mark, size: Pages): Record<string, string> {
  const share = (length: number, whole: number): string => `${(length / whole) * 100}%`;
  return {
    left: share(x - ROOM, size.width),
    top: share(y - ROOM, size.height),
    width: share(width + 2 * ROOM, size.width),
    height: share(height + 2 * ROOM, size.height),
  };
}
