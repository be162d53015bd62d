// stated-subject: the word that a text puts to a figure (남자, 인천, 구직), against the row or column that the figure is of.
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import { describedBy } from '../figures/described.ts';
import { type Opposition, Oppositions } from '../figures/oppositions.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { excerptOf, lineOf } from '../text/line.ts';

export const statedSubject: Rule = {
  title: '글에서 수치에 붙인 말(남자와 여자, 전국과 인천, 구인과 구직)은 그 수치의 것이어야 합니다.',
  reason: '남자의 수를 여자의 수라고 적으면 수가 맞아도 틀린 말입니다.',
  severity: 'error',
  *find(input) {
    const oppositions = new Oppositions(input);
    const nameOf = describedBy(input.book, input.labels);
    for (const { text, context } of input.texts) {
      if (context.cell?.figure !== undefined) continue;
      const line = lineOf(text);
      // A text that opens with its subject in brackets names it, and all that follows says more.
      let since = /^\([^)]*\)+/u.exec(line.text)?.[0].length ?? 0;
      for (const { run, from, to } of line.runs) {
        const figures =
          run.kind === 'figure' ? [run.address] : run.meaning.kind === 'claim' ? run.meaning.figures : [];
        for (const address of figures) {
          const before = line.text.slice(since, Math.max(since, from));
          const odd = oddWord(oppositions.of(address), before, line.text.slice(to));
          if (odd === undefined) continue;
          const around = excerptOf(line.text, Math.max(since, from - 8), to, 8);
          const place = input.book.get(address)?.definition.place;
          yield found(address, odd, around, text.place, place, nameOf(address));
        }
        if (figures.length > 0) since = to;
      }
    }
  },
};

interface OddWord {
  readonly said: string;
  readonly right: string;
}

function oddWord(oppositions: readonly Opposition[], before: string, after: string): OddWord | undefined {
  for (const opposition of oppositions) {
    const odd = oddIn(opposition, before, after);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

interface Mention {
  readonly word: string;
  readonly id: string;
  readonly index: number;
  /** Followed by 보다, 에 비해: what is compared with. */
  readonly compared: boolean;
}

const COMPARED = /^[가-힣]{0,3}\s?(?:기준|평균)?\s?(?:보다|에\s?비해|에\s?비하여|대비)/u;
const JOINED = /^[가-힣]{0,2}\s*(?:및|과|와|,|·)\s*$/u;
/** 28,310명의 종사자: the word stands behind the figure. */
const BEHIND = /^[가-힣]{1,2}의\s*/u;

function oddIn(opposition: Opposition, before: string, after: string): OddWord | undefined {
  const { words, own, compared, apart } = opposition;
  const mentions = mentionsIn(words, before);
  const right = wordFor(words, own);
  const behind = BEHIND.exec(after)?.[0];
  const next =
    behind === undefined ? undefined : mentionsIn(words, after.slice(behind.length, behind.length + 8))[0];
  if (behind !== undefined && next?.index === 0)
    return next.id === own ? undefined : { said: next.word, right };
  const against = lastJoined(
    mentions.filter((one) => one.compared),
    before,
  );
  const named = lastJoined(
    mentions.filter((one) => !one.compared),
    before,
  );
  if (against.length > 0 && compared !== undefined && !has(against, compared))
    return { said: against.at(-1)?.word ?? '', right: wordFor(words, compared) };
  if (named.length === 0 || has(named, own)) return undefined;
  if (compared === undefined || compared === own) return { said: named.at(-1)?.word ?? '', right };
  if (apart) return { said: named.at(-1)?.word ?? '', right };
  if (has(named, compared)) return undefined;
  return { said: named.at(-1)?.word ?? '', right: `${right}’이나 ‘${wordFor(words, compared)}` };
}

function has(mentions: readonly Mention[], id: string): boolean {
  return mentions.some((one) => one.id === id);
}

function wordFor(words: ReadonlyMap<string, string>, id: string): string {
  return [...words].find(([, one]) => one === id)?.[0] ?? id;
}

function mentionsIn(words: ReadonlyMap<string, string>, text: string): readonly Mention[] {
  const form = [...words.keys()].sort((a, b) => b.length - a.length).join('|');
  const found = [...text.matchAll(new RegExp(`(?<![가-힣])(?:${form})`, 'gu'))];
  const mentions = found.map((match): Mention => {
    const [word] = match;
    const behind = text.slice(match.index + word.length);
    return { word, id: words.get(word) ?? '', index: match.index, compared: COMPARED.test(behind) };
  });
  // 전국 및 인천시보다: what is joined to a compared word is compared too.
  return mentions.map((one, index) => {
    const next = mentions[index + 1];
    const gap = next && text.slice(one.index + one.word.length, next.index);
    return next?.compared === true && gap !== undefined && JOINED.test(gap)
      ? { ...one, compared: true }
      : one;
  });
}

/** The last mention and those joined to it. */
function lastJoined(mentions: readonly Mention[], text: string): readonly Mention[] {
  const joined: Mention[] = [];
  for (const one of [...mentions].reverse()) {
    const next = joined[0];
    if (
      next !== undefined &&
      !JOINED.test(text.slice(one.index + one.word.length, next.index).replace(/건수|수/gu, ''))
    )
      break;
    joined.unshift(one);
  }
  return joined;
}

function found(
  address: Address,
  { said, right }: OddWord,
  around: string,
  place: Found['place'],
  at: Found['place'] | undefined,
  name: string,
): Found {
  return {
    subject: `${address} ‘${around}’`,
    message: korean`‘${around}’: 글에는 ‘${said}’(이)라고 적혀 있으나 수치는 ‘${right}’의 것입니다(${name}).`,
    place,
    ...(at === undefined ? {} : { related: [{ place: at, note: name }] }),
    stated: said,
    computed: right,
    remedy: korean`‘${right}’(으)로 고치거나, ‘${said}’의 수치를 가져옵니다.`,
  };
}
