// The plans, what is to do and what was changed last -> the first screen.

import type { JSX } from 'preact';
import type { Plans, StageName, Todo } from '../../serve/api.ts';
import { Body } from '../frame/body.tsx';
import { ChangeItem } from '../frame/change-item.tsx';
import { DropZone } from '../frame/drop-zone.tsx';
import { Icon, type IconName } from '../frame/icon.tsx';
import { openScreens } from '../frame/stage-bar.tsx';
import { dropped } from '../state/dropped.ts';
import { go, openPlan, plan, plans } from '../state/store.ts';
import { PlanBox } from './plan-box.tsx';

const SIGNS: Readonly<Partial<Record<StageName, IconName>>> = {
  check: 'warn',
  revise: 'pencil',
  publish: 'upload',
};

export function HomeScreen(): JSX.Element {
  const all = plans.value;
  return (
    <>
      <div class="pane">
        <Body label="할 일과 계획">
          {all === undefined || all.plans.length === 0 ? <Empty /> : <Filled all={all} />}
        </Body>
      </div>
      <div class="pane">
        <Body label="파일 놓기와 최근 바뀐 것">
          <DropZone
            title="받은 파일을 여기에 놓아 주세요"
            words="고친 예산표와 목표표. 무엇인지 알아보고 해당 화면을 엽니다."
            onDropped={(found) => {
              dropped.value = found;
              if (openScreens().includes('revise')) go('revise');
            }}
          />
          {all !== undefined && <LastChanges changes={all.changes} />}
          <p class="xs sub">자료는 이 컴퓨터에만 있고 밖으로 나가지 않습니다.</p>
        </Body>
      </div>
    </>
  );
}

function Empty(): JSX.Element {
  return (
    <>
      <h1>아직 계획이 없습니다</h1>
      <p class="sub">계획이 든 폴더를 ‘일자리’ 그림에 끌어다 놓으면 여기에 나타납니다.</p>
    </>
  );
}

function Filled({ all }: { readonly all: Plans }): JSX.Element {
  return (
    <>
      <h1>먼저 할 일</h1>
      <ul class="card todo">
        {all.tasks.length === 0 && <li class="row">지금 할 일이 없습니다.</li>}
        {all.tasks.map((task, index) => (
          <Task key={`${task.plan}${task.words}`} task={task} isFirst={index === 0} all={all} />
        ))}
      </ul>
      <h2>계획</h2>
      {all.plans.map((card) => (
        <PlanBox key={card.plan} card={card} />
      ))}
    </>
  );
}

interface TaskProps {
  readonly task: Todo;
  readonly isFirst: boolean;
  readonly all: Plans;
}

function Task({ task, isFirst, all }: TaskProps): JSX.Element {
  const card = all.plans.find((one) => one.plan === task.plan);
  const isStopping = card?.stages.some(({ name, state }) => name === task.stage && state === 'stopped');
  return (
    <li class="row">
      <span class={isStopping === true ? 'sign d' : 'sign w'}>
        <Icon name={isStopping === true ? 'stop' : (SIGNS[task.stage] ?? 'pencil')} />
      </span>
      <div class="grow">
        <h3>{task.words}</h3>
        <p class="sub">{task.where}</p>
      </div>
      <span class="badge">{card?.year}년</span>
      <button
        type="button"
        class={isFirst ? 'btn primary wide' : 'btn wide'}
        aria-label={`${task.button}: ${task.words}`}
        onClick={() => {
          if (plan.value?.card.plan === task.plan) go(task.stage);
          else void openPlan(task.plan).then(() => go(task.stage));
        }}
      >
        {task.button}
      </button>
    </li>
  );
}

function LastChanges({ changes }: { readonly changes: Plans['changes'] }): JSX.Element {
  const newest = changes.find(({ isUndone, plan: of }) => !isUndone && of === plan.value?.card.plan);
  return (
    <section aria-labelledby="last-changes">
      <h2 id="last-changes">최근 바뀐 것</h2>
      <ul class="card lines">
        {changes.length === 0 && <li class="sub">아직 바뀐 것이 없습니다.</li>}
        {changes.map((line) => (
          <ChangeItem
            key={line.change}
            line={line}
            canUndo={line === newest && plan.value?.undo !== undefined}
          />
        ))}
      </ul>
    </section>
  );
}
