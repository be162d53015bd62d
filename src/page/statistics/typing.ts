// What is typed and pasted -> sent one after the other; what is shown meanwhile, and what came back refused.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault, Handle } from '../../serve/api.ts';
import type { StatisticsTable, TypeCells, Typed } from '../../serve/api-statistics.ts';
import { ask, faults, isChanging, say, stamp } from '../state/store.ts';

interface Order extends Omit<TypeCells, 'stamp'> {
  /** What was pasted, in sentences. */
  readonly words?: string;
}

/** A text that was not taken, and why. */
interface RefusedText {
  readonly text: string;
  readonly why: string;
}

interface Typing {
  /** By cell, what is on its way. */
  readonly drafts: ReadonlyMap<Handle, string>;
  readonly refused: ReadonlyMap<Handle, RefusedText>;
  /** What came of the last paste or doubtful text; `isDone`: it can be undone. */
  readonly told: { readonly words: string; readonly isDone: boolean } | undefined;
  send(order: Order): void;
  forget(cell: Handle): void;
}

/** `onRefused` hears of the first cell that was not taken. */
export function useTyping(table: StatisticsTable, onRefused: (cell: Handle) => void): Typing {
  const queue = useRef<Order[]>([]);
  const isBusy = useRef(false);
  const done = useRef(new Set<Handle>());
  const [drafts, setDrafts] = useState<Typing['drafts']>(new Map());
  const [refused, setRefused] = useState<Typing['refused']>(new Map());
  const [told, setTold] = useState<Typing['told']>(undefined);
  const drop = (cells: Iterable<Handle>): void => setDrafts((now) => without(now, cells));
  // What was saved is now in the table itself.
  useEffect(() => {
    drop(done.current);
    done.current = new Set();
  }, [table]);
  const run = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let order = queue.current.shift(); order !== undefined; order = queue.current.shift())
      await sendOne(order);
    isBusy.current = false;
  };
  const sendOne = async ({ words, ...body }: Order): Promise<void> => {
    await whenFree();
    const handles = body.cells.map(({ cell }) => cell);
    const before = stamp.value;
    const answer = await ask<Typed>('/statistics', body);
    if (answer?.kind !== 'saved') {
      drop(handles);
      // What was asked on top of what others changed is not written over it.
      if (answer?.kind === 'conflict') {
        queue.current = [];
        setDrafts(new Map());
      }
      if (answer?.kind === 'refused') refuse(answer.faults, body);
      return;
    }
    // Where nothing changed no other table comes.
    if (answer.state.stamp === before) drop(handles);
    else for (const cell of handles) done.current.add(cell);
    const { understood = [] } = answer;
    const read =
      understood.length > 0
        ? `이렇게 읽었습니다: ${understood.slice(0, 3).join(', ')}${understood.length > 3 ? ' …' : ''}`
        : '';
    const line = [words, read].filter(Boolean).join(' ');
    setTold(line === '' ? undefined : { words: line, isDone: true });
    say(line === '' ? '저장했습니다.' : line);
  };
  const refuse = (all: readonly Fault[], { cells }: Pick<Order, 'cells'>): void => {
    const texts = new Map(cells.map(({ cell, text }) => [cell, text]));
    const own = all.filter((fault) => fault.cell !== undefined && texts.has(fault.cell));
    const others = all.filter((fault) => !own.includes(fault));
    faults.value = own.length > 0 ? [] : others;
    setRefused((now) => {
      const next = new Map(now);
      for (const { cell = '', message, expected } of own)
        next.set(cell, {
          text: texts.get(cell) ?? '',
          why: expected === undefined ? message : `${message} (바른 것: ${expected})`,
        });
      return next;
    });
    const [first] = own;
    if (first?.cell === undefined) return;
    const words =
      cells.length === 1
        ? first.message
        : `${own.length}칸을 읽지 못해 아무것도 넣지 않았습니다. 붉은 칸을 고쳐 다시 붙이십시오.`;
    setTold(cells.length === 1 ? undefined : { words, isDone: false });
    say(words);
    onRefused(first.cell);
  };
  return {
    drafts,
    refused,
    told,
    send: (order) => {
      if (order.cells.length === 0) return;
      setDrafts((now) => new Map([...now, ...order.cells.map(({ cell, text }) => [cell, text] as const)]));
      setRefused((now) =>
        order.words === undefined
          ? without(
              now,
              order.cells.map(({ cell }) => cell),
            )
          : new Map(),
      );
      queue.current.push(order);
      void run();
    },
    forget: (cell) => setRefused((now) => without(now, [cell])),
  };
}

function without<Value>(
  now: ReadonlyMap<Handle, Value>,
  cells: Iterable<Handle>,
): ReadonlyMap<Handle, Value> {
  const next = new Map(now);
  for (const cell of cells) next.delete(cell);
  return next;
}

/** An undo on its way comes to its end first. */
function whenFree(): Promise<void> {
  return new Promise((resolve) => {
    const end = isChanging.subscribe((isOn) => {
      if (isOn) return;
      resolve();
      // Not known yet while it is called the first time.
      queueMicrotask(() => end());
    });
  });
}
