// What is to be done before publishing, and the files -> the screen on which they are made, opened and marked as published.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Job, Outputs, OutputTile } from '../../serve/api-jobs.ts';
import { Body } from '../frame/body.tsx';
import { Note } from '../frame/note.tsx';
import { post } from '../state/client.ts';
import { attempt, base, isReadOnly, jobs, plan, say } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';
import { Checklist } from './checklist.tsx';
import { JobBar } from './job-bar.tsx';
import { PastEditions } from './past-editions.tsx';
import { Tile } from './tile.tsx';

/** The tiles' two groups: what people read, what carries the numbers on. */
const READ: readonly string[] = ['publication', 'press', 'hwpx', 'comparison', 'form'];

export function PublishScreen(): JSX.Element {
  const [running, setRunning] = useState<string | undefined>(undefined);
  const job = running === undefined ? undefined : jobs.value.get(running);
  const outputs = useAsked<Outputs>(`${base.value}/outputs`, ended(job) ? job?.job : undefined);
  const edition = plan.value?.card.editions.at(-1);
  const isBusy = running !== undefined && !ended(job);
  const begin = async (path: string, body: object, words: string): Promise<void> => {
    if (isBusy || isReadOnly.value) return;
    const begun = await attempt(() => post<{ readonly job: string }>(`${base.value}${path}`, body));
    if (begun === undefined) return;
    say(words);
    setRunning(begun.job);
  };
  const build = (tiles: readonly OutputTile[], isFinal: boolean): void => {
    void begin('/build', { kinds: tiles.map(({ kind }) => kind), isFinal }, '만들기 시작했습니다.');
  };
  const tiles = outputs?.tiles ?? [];
  const old = tiles.filter(({ state }) => state === 'old');
  const missing = tiles.filter(({ state }) => state === 'none');
  const groups = [
    { title: '사람이 읽는 것', tiles: tiles.filter(({ kind }) => READ.includes(kind)) },
    { title: '숫자를 내는 것', tiles: tiles.filter(({ kind }) => !READ.includes(kind)) },
  ];
  return (
    <>
      <Checklist
        outputs={outputs}
        isBusy={isBusy}
        onFinal={() => build(tiles, true)}
        onPublish={(stamp, date) => void begin('/publish', { stamp, date }, '공시본을 만들고 있습니다.')}
      />
      <div class="pane">
        <div class="head">
          <div class="grow">
            <h2>{edition?.name} 파일</h2>
            <p class="sub">
              {old.length > 0
                ? `마지막으로 바뀐 뒤에 만들지 않은 것은 ‘옛 값’입니다`
                : '만든 뒤에 바뀐 것이 있으면 ‘옛 값’이라고 알려 드립니다'}
            </p>
          </div>
          {old.length > 0 && (
            <button type="button" class="btn second" aria-disabled={isBusy} onClick={() => build(old, false)}>
              옛 값 {old.length}가지 모두 다시 만들기
            </button>
          )}
          {old.length === 0 && missing.length > 1 && (
            <button
              type="button"
              class="btn second"
              aria-disabled={isBusy}
              onClick={() => build(missing, false)}
            >
              없는 것 {missing.length}가지 모두 만들기
            </button>
          )}
        </div>
        <Body label="파일">
          {job !== undefined && <JobBar job={job} />}
          {outputs?.held !== undefined && (
            <Note tone="warning">
              <p>{outputs.held}</p>
            </Note>
          )}
          {groups
            .filter((group) => group.tiles.length > 0)
            .map((group) => (
              <section key={group.title} aria-label={group.title}>
                <h3>{group.title}</h3>
                <div class="tiles">
                  {group.tiles.map((tile) => (
                    <Tile key={tile.kind} tile={tile} isBusy={isBusy} onMake={() => build([tile], false)} />
                  ))}
                </div>
              </section>
            ))}
          <PastEditions past={outputs?.past ?? []} />
        </Body>
      </div>
    </>
  );
}

function ended(job: Job | undefined): boolean {
  return job !== undefined && job.state !== 'running';
}
