// cover.yaml, contents.yaml, colophon.yaml, vision.yaml and outreach.yaml -> the texts in them.

import * as v from 'valibot';
import type { Colophon, Contents, Cover, Outreach, Vision } from '../plan/front-matter.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, label, list, mapping, may, must, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

export const COVER_FILE = mapping({
  registration: may(text, '발간등록번호', '표지 위에 찍는 번호'),
  tag: may(text, '꼬리표', '표지 위의 짧은 말', { example: '지역일자리 공시제' }),
  slogan: may(text, '구호', '제목 위에 찍는 구호', { example: '일자리가 있는 우리 구' }),
  series: may(text, '총서', '제목 위에 찍는 총서의 이름', { example: '- 지역일자리 공시제 -' }),
  title: may(named, '표지의 제목', '적지 않으면 plan.yaml의 제목. 줄을 바꾸려면 큰따옴표 안에 \\n', {
    example: '{{year 0}}년도 일자리대책\n연차별 세부계획',
  }),
  vision: may(text, '비전', '표지 아래에 찍는 비전', { example: '일자리 많은 **우리 구!**' }),
});

export function readCoverFile(root: Mapping, faults: Faults): Cover | undefined {
  const file = readShape(root, COVER_FILE, faults);
  if (file === undefined) return undefined;
  return defined({
    registration: file.registration && sourceText(file.registration),
    tag: file.tag && sourceText(file.tag),
    slogan: file.slogan && sourceText(file.slogan),
    series: file.series && sourceText(file.series),
    title: file.title && sourceText(file.title),
    vision: file.vision && sourceText(file.vision),
  });
}

export const CONTENTS_FILE = mapping({
  title: must(named, '차례의 제목', '차례 위에 찍습니다.', { example: '순 서' }),
  entries: may(
    entriesOf(must(named, '차례에 적는 제목', '본문의 제목과 달리 찍을 때')),
    '달리 적는 제목',
    '본문 제목의 id마다 차례에서만 달리 찍을 제목',
  ),
});

export function readContentsFile(root: Mapping, faults: Faults): Contents | undefined {
  const file = readShape(root, CONTENTS_FILE, faults);
  return (
    file && {
      title: sourceText(file.title),
      entries: new Map((file.entries ?? []).map(({ key, value }) => [key.text, sourceText(value)])),
    }
  );
}

const LABELLED = list(
  mapping({
    label: must(label, '이름', "왼쪽에 찍는 말. 비워 두려면 ''", { example: '발행처' }),
    text: must(text, '글', '오른쪽에 찍는 글', { example: '인천광역시 서구' }),
  }),
);

export const COLOPHON_FILE = mapping({
  title: must(named, '제목', '판권 위에 찍는 제목'),
  rows: must(LABELLED, '줄', '발행일, 발행처, 담당부서 같은 줄'),
  'back-cover': may(list(text), '뒤표지', '뒤표지에 찍는 줄. 적지 않으면 뒤표지가 없습니다.'),
});

export function readColophonFile(root: Mapping, faults: Faults): Colophon | undefined {
  const file = readShape(root, COLOPHON_FILE, faults);
  return (
    file && {
      title: sourceText(file.title),
      rows: file.rows.map((row) => ({ label: sourceText(row.label), text: sourceText(row.text) })),
      backCover: (file['back-cover'] ?? []).map(sourceText),
    }
  );
}

export const VISION_FILE = mapping({
  alt: must(named, '대체 글', '화면 낭독기가 그림 대신 읽는 글'),
  goals: must(LABELLED, '비전과 목표', '위쪽에 놓는 비전, 목표 같은 줄'),
  label: must(named, '추진전략의 이름표', '아래쪽 왼편에 찍는 말', { example: '추진\n전략' }),
  strategies: must(named, '추진전략의 제목', '전략 위에 찍는 말', {
    example: '{{fig "strategies/all/strategy-count"}}개 추진전략',
  }),
  tasks: must(named, '실천과제의 제목', '과제 위에 찍는 말', {
    example: '{{fig "strategies/all/task-count"}}개 실천과제',
  }),
});

export function readVisionFile(root: Mapping, faults: Faults): Vision | undefined {
  const file = readShape(root, VISION_FILE, faults);
  return (
    file && {
      alt: sourceText(file.alt),
      goals: file.goals.map((goal) => ({ label: sourceText(goal.label), text: sourceText(goal.text) })),
      label: sourceText(file.label),
      strategies: sourceText(file.strategies),
      tasks: sourceText(file.tasks),
      place: root.place,
    }
  );
}

export const OUTREACH_FILE = mapping({
  columns: must(v.pipe(list(named), v.length(4, '열 이름 네 개')), '열 이름', '네 열의 이름', {
    example: ['홍보 대상 사업', '홍보 시기', '홍보 키워드', '홍보 방법'],
  }),
  rows: must(
    list(
      mapping({
        subject: must(named, '홍보 대상 사업', '홍보할 사업의 이름'),
        timing: must(text, '홍보 시기', '언제 홍보하는지', { example: '연중(수시)' }),
        keywords: must(list(text), '홍보 키워드', '#으로 시작하는 글은 따옴표로 묶습니다.', {
          example: ['#일자리'],
        }),
        methods: must(list(text), '홍보 방법', '어떻게 홍보하는지', { example: ['구 누리집 게시'] }),
      }),
    ),
    '줄',
    '홍보할 사업마다 한 줄',
  ),
});

export function readOutreachFile(root: Mapping, faults: Faults): Outreach | undefined {
  const file = readShape(root, OUTREACH_FILE, faults);
  return (
    file && {
      columns: file.columns.map(sourceText),
      rows: file.rows.map((row) => ({
        subject: sourceText(row.subject),
        timing: sourceText(row.timing),
        keywords: row.keywords.map(sourceText),
        methods: row.methods.map(sourceText),
      })),
    }
  );
}
