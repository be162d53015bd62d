// A plan -> its card: cover, stages while it is made, editions with their totals once there is one to compare.
import type { JSX } from 'preact';
import type { EditionCard, PlanCard, Stage } from '../../serve/api.ts';
import { Disc } from '../frame/icon.tsx';
import { Faults } from '../frame/note.tsx';
import { EDITION_STATES, STAGE_NAMES } from '../frame/stage-names.ts';
import { usePicture } from '../picture/page-picture.tsx';
import { go, openPlan, plan } from '../state/store.ts';

export function PlanBox({ card }: { readonly card: PlanCard }): JSX.Element {
  const cover = usePicture(card.faults.length > 0 ? undefined : `/api/plans/${card.plan}/pages/1.svg`);
  const isOpen = plan.value?.card.plan === card.plan;
  const stopped = card.stages.find(({ state }) => state === 'stopped');
  const open = async (): Promise<void> => {
    await openPlan(card.plan);
    const next =
      card.stages.find(({ state }) => state === 'stopped' || state === 'open') ?? card.stages.at(-1);
    if (next !== undefined) go(next.name);
  };
  return (
    <article class="card plan" aria-label={card.title}>
      <div class="cover">{cover?.url !== undefined && <img src={cover.url} alt="" />}</div>
      <div class="grow">
        <div class="row">
          <h3 class="grow">
            {card.title} {card.isSample === true && <span class="badge">보기</span>}
          </h3>
          {stopped !== undefined && (
            <span class="badge d">{`${STAGE_NAMES[stopped.name]}: ${stopped.words}`}</span>
          )}
          {card.faults.length === 0 && (
            <button
              type="button"
              class="btn"
              aria-label={`${isOpen ? '이어서 하기' : '열기'}: ${card.title}`}
              onClick={() => void open()}
            >
              {isOpen ? '이어서 하기' : '열기'}
            </button>
          )}
        </div>
        <Faults faults={card.faults} />
        {card.editions.length < 2 && card.stages.length > 0 && <Steps stages={card.stages} />}
        {card.editions.length > 1 && <Editions editions={card.editions} />}
      </div>
    </article>
  );
}

function Steps({ stages }: { readonly stages: readonly Stage[] }): JSX.Element {
  return (
    <ol class="steps">
      {stages.map(({ name, words, state }) => (
        <li key={name} class={state}>
          <Disc state={state} />
          <b class="b">{STAGE_NAMES[name]}</b>
          <span class="xs sub">{words}</span>
        </li>
      ))}
    </ol>
  );
}

const BADGES = { draft: 'badge a', confirmed: 'badge a', published: 'badge s' } as const;

function Editions({ editions }: { readonly editions: readonly EditionCard[] }): JSX.Element {
  const labels = editions.at(-1)?.totals.map(({ label }) => label) ?? [];
  return (
    <table class="editions">
      <thead>
        <tr>
          <th scope="col">판</th>
          <th scope="col">날짜</th>
          {labels.map((label) => (
            <th key={label} scope="col" class="num">
              {label}
            </th>
          ))}
          <th scope="col">상태</th>
        </tr>
      </thead>
      <tbody>
        {editions.toReversed().map(({ edition, name, date, totals, state }) => (
          <tr key={edition}>
            <th scope="row">{name}</th>
            <td>{date}</td>
            {totals.map(({ label, value, unit }) => (
              <td key={label} class="num">
                {value}
                {unit}
              </td>
            ))}
            <td>
              <span class={BADGES[state]}>{EDITION_STATES[state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
