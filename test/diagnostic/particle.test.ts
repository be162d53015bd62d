// Messages with both forms of a particle -> the one that the sound before it asks for.
import { describe, expect, it } from 'vitest';
import { korean, spoken } from '../../src/diagnostic/particle.ts';

describe('a message', () => {
  it.each([
    ['표', '표가', '표를', '표는', '표와', '표로', '표라'],
    ['계획', '계획이', '계획을', '계획은', '계획과', '계획으로', '계획이라'],
    // After ㄹ it is 로.
    ['서울', '서울이', '서울을', '서울은', '서울과', '서울로', '서울이라'],
    ['1,857', '1,857이', '1,857을', '1,857은', '1,857과', '1,857로', '1,857이라'],
    ['60', '60이', '60을', '60은', '60과', '60으로', '60이라'],
    ['1.4%', '1.4%가', '1.4%를', '1.4%는', '1.4%와', '1.4%로', '1.4%라'],
    ['plan.yaml', 'plan.yaml이', 'plan.yaml을', 'plan.yaml은', 'plan.yaml과', 'plan.yaml로', 'plan.yaml이라'],
    ['plan.pdf', 'plan.pdf가', 'plan.pdf를', 'plan.pdf는', 'plan.pdf와', 'plan.pdf로', 'plan.pdf라'],
    // Neither quotation marks nor a full stop is a sound.
    ['‘계획.’', '‘계획.’이', '‘계획.’을', '‘계획.’은', '‘계획.’과', '‘계획.’으로', '‘계획.’이라'],
  ])('has the particles of %s', (word, ...right) => {
    const said = [
      korean`${word}이(가)`,
      korean`${word}을(를)`,
      korean`${word}은(는)`,
      korean`${word}과(와)`,
      korean`${word}(으)로`,
      korean`${word}(이)라`,
    ];
    expect(said).toEqual(right);
  });

  it('leaves what is put in as it is', () => {
    expect(korean`글 ‘${'사과이(가)'}’와(과) ${3}이(가)`).toBe('글 ‘사과이(가)’와 3이');
  });

  it('says what an earlier version said with both', () => {
    expect(spoken('‘계획’이(가) ‘표’과(와) 다릅니다.')).toBe('‘계획’이 ‘표’와 다릅니다.');
  });
});
