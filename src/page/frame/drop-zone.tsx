// Files dropped or chosen -> its bytes to the program, and what it says that the file is.
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Dropped } from '../../serve/api.ts';
import { nextDropped, waiting } from '../state/dropped.ts';
import { isReadOnly, plan } from '../state/store.ts';
import { Busy } from './busy.tsx';
import { Icon } from './icon.tsx';

interface DropZoneProps {
  readonly title: string;
  readonly words: string;
  readonly isMain?: boolean;
  readonly onDropped: (dropped: Dropped) => void;
}

export function DropZone({ title, words, isMain, onDropped }: DropZoneProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | undefined>(undefined);
  const [isOver, setOver] = useState(false);
  const isOff = plan.value === undefined || isReadOnly.value;
  const take = async (files: readonly File[]): Promise<void> => {
    setOver(false);
    const [file] = files;
    if (file === undefined || isOff) return;
    setReading(file.name);
    waiting.value = files;
    const dropped = await nextDropped();
    setReading(undefined);
    if (dropped !== undefined) onDropped(dropped);
  };
  return (
    <section
      class={`card drop${isOver ? ' over' : ''}`}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Icon name="upload" />
      <div class="grow">
        <h3>{title}</h3>
        <p class="sub">{words}</p>
        {reading === undefined ? (
          <button
            type="button"
            class={isMain === true ? 'btn primary' : 'btn'}
            aria-disabled={isOff}
            onClick={() => !isOff && field.current?.click()}
          >
            파일 고르기
          </button>
        ) : (
          <Busy words={`‘${reading}’ 파일을 읽고 있습니다`} />
        )}
        <input
          ref={field}
          type="file"
          multiple
          class="hidden"
          aria-label={title}
          tabIndex={-1}
          onChange={() => {
            void take([...(field.current?.files ?? [])]);
            if (field.current !== null) field.current.value = '';
          }}
        />
      </div>
    </section>
  );
}
