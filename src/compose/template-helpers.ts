// What templates may call: each helper returns a token, never a number.
import { korean, particle, particlePair } from '../diagnostic/particle.ts';
import { isBlank } from '../figure/characters.ts';
import type { Figure } from '../figure/figure.ts';
import { nearestOf as nearest } from '../figure/nearest.ts';
import { showFigure, UNKNOWN_FIGURE } from '../figure/show.ts';
import type { NamePlace } from '../plan/programme.ts';
import { directionWord } from './direction.ts';
import { figureOf, type HelperCall, inline, nothing, refuse, text } from './helper-call.ts';
import { lookUpName, type Named } from './name-helpers.ts';
import { FACT_FORM, projectFact } from './project-fact.ts';
import type { Session } from './session.ts';
import type { GroupName } from './tokens.ts';

type Helper = {
  /** How it is called, for messages. */
  readonly form: string;
  /** Fewest and most positional arguments. */
  readonly arity: readonly [number, number];
  /** What its positional arguments are, and its named ones. */
  readonly takes: 'string' | 'number';
  readonly named: Readonly<Record<string, 'string' | 'boolean'>>;
  readonly run: (call: HelperCall) => string;
};

/** The word of a claim, and as many figures as a sentence can name at a time. */
const MOST_CLAIMED = 9;

/** Before a number in print. */
const SIGN = /^[△▲−-]/u;

function blockHelper(
  block: 'table' | 'chart' | 'image' | 'diagram' | 'insert',
  noun: string,
  ids: (session: Session) => Iterable<string>,
): Helper {
  return {
    form: `{{${block} "이름"}}`,
    arity: [1, 1],
    takes: 'string',
    named: {},
    run: (call) => {
      const id = String(call.args[0]);
      const known = [...ids(call.session)];
      if (known.includes(id)) return call.session.tokens.put({ kind: 'block', block, id, place: call.place });
      const near = nearest(id, known);
      return refuse(call, {
        rule: `unknown-${block}`,
        message: korean`${noun} ‘${id}’을(를) 찾을 수 없습니다.`,
        expected: near === undefined ? `자료에 있는 ${noun}의 이름` : `${near} 같은 이름`,
      });
    },
  };
}

/** The line that opens or closes a group; `template-groups.ts` makes its call of {{#box}} and {{/box}}. */
function groupEdge(group: GroupName, edge: 'begin' | 'end'): Helper {
  const titled = group === 'box';
  return {
    form: `{{#${group}${titled ? ' "제목"' : ''}}} 줄과 {{/${group}}} 줄`,
    arity: [0, titled && edge === 'begin' ? 1 : 0],
    takes: 'string',
    named: {},
    run: ({ session, args, place }) =>
      session.tokens.put({ kind: 'group', group, edge, title: String(args[0] ?? ''), place }),
  };
}

/** A name of the programme, as the place `at` spells it. */
function nameHelper(kind: Named, usual: NamePlace): Helper {
  return {
    form: `{{${kind} "id" at="${usual}"}}`,
    arity: [1, 1],
    takes: 'string',
    named: { at: 'string' },
    run: (call) => {
      const id = String(call.args[0]);
      const result = lookUpName(call.session, kind, id, String(call.named.at ?? usual), call.base);
      if ('rule' in result) return refuse(call, result);
      return text(call, result.found.text, { kind: 'name', name: `${kind}/${result.id}` });
    },
  };
}

/** Every helper by its name. A template that calls another one is at fault. */
export const HELPERS = {
  fig: {
    form: '{{fig "주소" as="공시된 글자" unit=true form="plain 또는 magnitude"}}',
    arity: [1, 1],
    takes: 'string',
    named: { as: 'string', unit: 'boolean', form: 'string' },
    run: (call) => {
      const figure = figureOf(call, call.args[0]);
      if (figure === undefined) return nothing(call);
      const { as, unit, form } = call.named;
      if (typeof as === 'string' && as !== '' && isBlank(as))
        return refuse(call, {
          rule: 'helper-arguments',
          message: '수치를 공시한 글자에 보이는 글자가 없습니다.',
          expected: 'as="33,633"처럼 공시한 글자',
        });
      if (form !== undefined && form !== 'plain' && (form !== 'magnitude' || as !== undefined)) {
        return refuse(call, {
          rule: 'helper-arguments',
          message: korean`수치를 적는 형식 ‘${String(form)}’은(는) 없습니다.`,
          expected: 'form="plain" (천 단위 쉼표 없이), form="magnitude" (부호 없이, as와 함께 쓰지 않음)',
        });
      }
      const house = showFigure(figure, {
        ...(typeof as === 'string' ? { as } : {}),
        ...(unit === true ? { unit } : {}),
      });
      const magnitude = form === 'magnitude' && figure.effective.kind === 'quantity';
      const unsigned = magnitude ? house.replace(SIGN, '') : house;
      const shown = form === 'plain' ? house.replaceAll(',', '') : unsigned;
      const { address } = figure.definition;
      const typed = typeof as === 'string' && !figure.changed;
      return inline(call, (bold) => ({
        kind: 'figure',
        address,
        text: shown === '' ? UNKNOWN_FIGURE : shown,
        bold,
        ...(typed ? { typed } : {}),
        ...(magnitude ? { magnitude } : {}),
      }));
    },
  },
  free: {
    form: '{{free "글자" "무엇인지"}}',
    arity: [2, 2],
    takes: 'string',
    named: {},
    run: (call) => {
      const [number, what] = call.args.map(String);
      if (number !== undefined && what !== undefined && !isBlank(what) && !isBlank(number))
        return text(call, number, { kind: 'free', what });
      return refuse(call, {
        rule: 'helper-arguments',
        message: '자료의 수치가 아닌 수라면서 무엇인지 적지 않았습니다.',
        expected: '{{free "34" "나이"}}처럼 수와 무엇인지',
      });
    },
  },
  claim: {
    form: '{{claim "말" "주소" "주소" except="주소"}}',
    arity: [2, MOST_CLAIMED],
    takes: 'string',
    named: { except: 'string' },
    run: (call) => {
      const { except } = call.named;
      const figures = call.args.slice(1).map((written) => figureOf(call, written));
      const exempt = except === undefined ? [] : [figureOf(call, except)];
      const known = [...figures, ...exempt].every((figure) => figure !== undefined);
      if (!known) return nothing(call);
      const addresses = (list: readonly (Figure | undefined)[]) =>
        list.flatMap((figure) => figure?.definition.address ?? []);
      return text(call, String(call.args[0]), {
        kind: 'claim',
        figures: addresses(figures),
        except: addresses(exempt),
      });
    },
  },
  direction: {
    form: '{{direction "주소" "증가/감소"}}',
    arity: [1, 2],
    takes: 'string',
    named: {},
    run: (call) => directionWord(call, UNKNOWN_FIGURE),
  },
  year: {
    form: '{{year -1 form="short"}}',
    arity: [1, 1],
    takes: 'number',
    named: { form: 'string' },
    run: (call) => {
      const offset = call.args[0];
      const { form = 'long' } = call.named;
      if (typeof offset !== 'number' || !Number.isInteger(offset) || (form !== 'long' && form !== 'short')) {
        return refuse(call, {
          rule: 'helper-arguments',
          message: 'year에는 계획 연도에서 센 햇수를 정수로 적어야 합니다.',
          expected: '{{year -1}} 또는 {{year 0 form="short"}}',
        });
      }
      const year = String(call.session.plan.year + offset);
      return text(call, form === 'short' ? `’${year.slice(-2)}` : year, { kind: 'year', offset });
    },
  },
  name: {
    form: '{{name "이름의 열쇠" as="공시된 표기"}}',
    arity: [1, 1],
    takes: 'string',
    named: { as: 'string' },
    run: (call) => {
      const id = String(call.args[0]);
      const { names } = call.session.plan;
      const name = names.get(id);
      if (name === undefined) {
        const near = nearest(id, [...names.keys()]);
        return refuse(call, {
          rule: 'unknown-name',
          message: korean`이름 ‘${id}’이(가) names.yaml에 없습니다.`,
          expected: near === undefined ? 'names.yaml에 있는 이름' : `${near} 같은 이름`,
        });
      }
      const { as } = call.named;
      if (as !== undefined && as !== name.canonical && !name.published.includes(String(as))) {
        return refuse(call, {
          rule: 'unlisted-spelling',
          message: korean`표기 ‘${String(as)}’이(가) 이름 ‘${id}’의 published에 없습니다.`,
          expected: [name.canonical, ...name.published].join(', '),
        });
      }
      return text(call, as === undefined ? name.canonical : String(as), { kind: 'name', name: id });
    },
  },
  josa: {
    form: '{{josa "주소나 낱말" "은/는" unit=true}}',
    arity: [2, 2],
    takes: 'string',
    named: { unit: 'boolean' },
    run: (call) => {
      const pair = particlePair(String(call.args[1]));
      if (pair === undefined) {
        return refuse(call, {
          rule: 'helper-arguments',
          message: korean`‘${String(call.args[1])}’은(는) 조사의 짝이 아닙니다.`,
          expected: '은/는, 이/가, 을/를, 와/과, 으로/로',
        });
      }
      const written = String(call.args[0]);
      const figure = written.includes('/') ? figureOf(call, written) : undefined;
      if (figure === undefined && written.includes('/')) return nothing(call);
      const word = figure === undefined ? written : showFigure(figure, { unit: call.named.unit === true });
      return text(call, particle(word, pair), { kind: 'plain' });
    },
  },
  table: blockHelper('table', '표', ({ plan }) => plan.tables.keys()),
  chart: blockHelper('chart', '차트', ({ plan }) => plan.charts.keys()),
  image: blockHelper('image', '이미지', ({ plan }) => plan.images?.keys() ?? []),
  strategy: nameHelper('strategy', 'banner'),
  task: nameHelper('task', 'sheet'),
  subtask: nameHelper('subtask', 'sheet'),
  project: nameHelper('project', 'sheet'),
  source: nameHelper('source', 'fields'),
  fact: { form: FACT_FORM, arity: [1, 1], takes: 'string', named: {}, run: projectFact },
  insert: blockHelper('insert', '넣을 것', ({ insertNames }) => insertNames),
  'page-break': {
    form: '{{page-break}}',
    arity: [0, 0],
    takes: 'string',
    named: {},
    run: ({ session, place }) => session.tokens.put({ kind: 'block', block: 'page-break', id: '', place }),
  },
  'begin-box': groupEdge('box', 'begin'),
  'end-box': groupEdge('box', 'end'),
  'begin-landscape': groupEdge('landscape', 'begin'),
  'end-landscape': groupEdge('landscape', 'end'),
  diagram: blockHelper('diagram', '그림', ({ plan: { diagrams, swot } }) => [
    ...(swot === undefined ? [] : ['swot']),
    ...(diagrams?.keys() ?? []),
  ]),
} as const satisfies Readonly<Record<string, Helper>>;

type HelperName = keyof typeof HELPERS;

export function isHelperName(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

/** Whether a name by itself is the call of a helper, and no value. */
export function standsAlone(name: string): boolean {
  return isHelperName(name) && HELPERS[name].arity[0] === 0;
}

/** Runs a call after its arguments were counted. */
export function runHelper(name: HelperName, call: HelperCall): string {
  const helper: Helper = HELPERS[name];
  const named = Object.entries(call.named);
  const unknown = named.map(([key]) => key).filter((key) => !Object.hasOwn(helper.named, key));
  const count = call.args.length;
  const wrong =
    call.args.some((argument) => typeof argument !== helper.takes) ||
    named.some(([key, argument]) => typeof argument !== helper.named[key]);
  if (wrong || count < helper.arity[0] || count > helper.arity[1]) {
    return refuse(call, {
      rule: 'helper-arguments',
      message: `${name}의 인자가 맞지 않습니다${unknown.length > 0 ? `(모르는 이름: ${unknown.join(', ')})` : ''}.`,
      expected: helper.form,
    });
  }
  return helper.run(call);
}
