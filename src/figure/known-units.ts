// The units that everybody knows, by what they count.

/** Counted each for itself, in whole pieces: 120 척 of boats. */
export const COUNTERS =
  '건 대 척 석 동 권 쌍 필지 위 기관 단체 학교 교 마을 지구 단지 노선 종 편 부 매 벌 학급 반 세트 식 팀 호 과정 강좌 프로그램 실 면 병상 객실 상자 코스 기 본';

/**
 * A dimension a line, its base unit first, for a person to read like a list: `년:12` is 12 of the first, and `달=개월` another spelling of one that
 * stands before. 시간 and 일 do not convert, nor do 개월 and 일, toe and kWh: how many one is of the other is not agreed.
 */
export const FAMILIES = [
  ['money', 'money', '원 원정=원 ₩=원'],
  ['pieces', 'people', '명 인 사람=명'],
  ['pieces', 'establishments', '개 개소 개사 곳 업체'],
  ['pieces', 'of households', '가구 세대'],
  ['pieces', 'of occasions', '회 차례 번'],
  ['pieces', 'of animals', '마리 두 수 두(頭)=두 수(首)=수'],
  ['pieces', 'of trees', '그루 주(株)'],
  ['parts', 'of hours', '시간 분:1/60'],
  ['parts', 'of days', '일 주:7 주일=주'],
  ['parts', 'of months', '개월 년:12 달=개월 개년=년'],
  ['parts', 'of points', '점'],
  ['measure', 'of area', '㎡ a:100 ha:10000 ㎢:1000000 평:400/121 제곱미터=㎡ 평방미터=㎡ 아르=a 헥타르=ha'],
  ['measure', 'of volume', 'L mL:1/1000 ㎘:1000 ㎥:1000 리터=L cc=mL 세제곱미터=㎥ 입방미터=㎥ 루베=㎥'],
  ['measure', 'of weight', 'kg g:1/1000 t:1000 톤:1000 그램=g 킬로그램=kg ton=톤'],
  ['measure', 'of length', 'm km:1000 cm:1/100 mm:1/1000 미터=m 킬로미터=km 센티미터=cm'],
  ['measure', 'of power', 'kW W:1/1000 MW:1000 GW:1000000'],
  ['measure', 'of energy', 'kWh Wh:1/1000 MWh:1000 GWh:1000000'],
  ['measure', 'of oil', 'toe'],
  [
    'measure',
    'of emission',
    'tCO₂ kgCO₂:1/1000 톤CO2=tCO₂ tCO₂eq kgCO₂eq:1/1000 톤CO2eq=tCO₂eq tCO2e=tCO₂eq',
  ],
  ['rate', 'percent', '% ‰:1/10 퍼센트=% 프로=% 퍼밀=‰'],
  ['rate', 'percentage-points', '%p 퍼센트포인트=%p %포인트=%p'],
  ['rate', 'times', '배'],
] as const;
