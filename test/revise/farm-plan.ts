// The files of a county's farm plan, in units that no district's plan has.
import { type Files, PLAN } from './import-plan.ts';

export const FARM_PLAN: Files = new Map([
  ...PLAN,
  [
    'plan.yaml',
    `id: farm
title: 농어업 일자리대책
issuer: 한빛군
year: 2023
issue-date: 2023-03-31
office: county
units:
  두레: {}
  포대: { of: kg, times: 20 }
  이랑: { parts: true }
  주: { of: 그루 }
`,
  ],
  [
    'statistics/farms.yaml',
    `id: farms
caption: '< 농가와 경지 >'
unit-line: '(단위 : 호, ha, 톤, 마리, 척, 명, kg/10a, %)'
corner: 구 분
columns:
  - { id: farms, label: 농가, unit: 호 }
  - { id: land, label: 경지면적, unit: ha }
  - { id: rice, label: 쌀 생산량, unit: 톤 }
  - { id: yield, label: 단수, unit: kg/10a }
  - { id: cattle, label: 한우, unit: 마리 }
  - { id: boats, label: 어선, unit: 척 }
  - { id: people, label: 농림어업 취업자, unit: 천명 }
  - { id: share, label: 농가 비율, unit: '‰', digits: 1 }
rows:
  - { id: 2021, period: 2021 }
  - { id: 2022, period: 2022 }
  - { id: more, label: 합계 }
cells:
  2021: [4120, 2345.5, 12500.4, computed, 8200, 61, 9.8, computed]
  2022: [4010, 2301.25, 12010, computed, 8350, 58, 9.7, computed]
  more: [computed, computed, computed, ~, computed, computed, computed, ~]
relations:
  '*/yield': ratio(./rice, ./land)
  '*/share': share(./farms, figures/households)
  'more/*': sum(2021/. .. 2022/.)
`,
  ],
  [
    'statistics/harvest.yaml',
    `id: harvest
caption: '< 수확과 일 >'
unit-line: '(단위 : 포대, 천마리, 시간, 개월, 두레, 이랑, 주, 명)'
corner: 구 분
columns:
  - { id: bags, label: 쌀 포대, unit: 포대 }
  - { id: hens, label: 닭, unit: 천마리 }
  - { id: hours, label: 교육, unit: 시간 }
  - { id: months, label: 근무, unit: 개월 }
  - { id: groups, label: 두레, unit: 두레 }
  - { id: ridges, label: 밭, unit: 이랑 }
  - { id: trees, label: 사과나무, unit: 주 }
rows:
  - { id: east, label: 동부 }
  - { id: west, label: 서부 }
  - { id: all, label: 계 }
cells:
  east: [1200, 35, 40, 9, 12, 2.5, 900]
  west: [800, 12.5, 36, 10, 7, 3, 1200]
  all: [computed, { value: computed, digits: 1 }, computed, computed, computed, { value: computed, digits: 1 }, computed]
relations:
  'all/*': sum(east/., west/.)
`,
  ],
  [
    'statistics/works.yaml',
    `id: works
caption: '< 농기계 임대 >'
unit-line: '(단위 : 대, 천원, %)'
corner: 구 분
columns:
  - { id: machines, label: 대수, unit: 대 }
  - { id: price, label: 단가, unit: 천원 }
  - { id: cost, label: 사업비, unit: 천원 }
  - { id: rate, label: 가동률, unit: '%' }
rows:
  - { id: tractor, label: 트랙터 }
  - { id: planter, label: 이앙기 }
  - { id: drone, label: 드론 }
  - { id: most, label: 최대 }
  - { id: least, label: 최소 }
  - { id: mean, label: 평균 }
cells:
  tractor: [12, 45000, computed, 61.5]
  planter: [7, 22000, computed, 48.2]
  drone: [5, 18500, computed, '-']
  most: [computed, computed, computed, computed]
  least: [computed, computed, computed, computed]
  mean: [{ value: computed, digits: 1 }, computed, computed, computed]
relations:
  'tractor/cost': product(./machines, ./price)
  'planter/cost': product(./machines, ./price)
  'drone/cost': product(./machines, ./price)
  'most/*': max(tractor/. .. drone/.)
  'least/*': min(tractor/. .. drone/.)
  'mean/*': average(tractor/. .. drone/.)
  'mean/rate': weighted(tractor/rate .. planter/rate, tractor/machines .. planter/machines)
`,
  ],
  [
    'statistics/figures.yaml',
    `households: { value: 21000, unit: 세대 }
rice-in-kg: { is: same(tables/farms/2022/rice), unit: ㎏ }
bags-in-tonnes: { is: same(tables/harvest/all/bags), unit: 톤 }
years: { is: same(tables/harvest/all/months), unit: 년, digits: 2 }
land-in-m2: { is: 'sum(tables/farms/2021/land, tables/farms/2022/land)', unit: m2 }
`,
  ],
  [
    'narrative/labour-market.hbs',
    `□ 농어업 현황
○ 농가는 {{fig "tables/farms/2022/farms"}}호, 경지는 {{fig "tables/farms/2022/land"}}ha이고 어선은 {{fig "tables/farms/2022/boats"}}척입니다.
○ 쌀은 {{fig "tables/farms/2022/rice"}}톤({{fig "figures/rice-in-kg"}}kg)을 거두었고, 한우는 {{fig "tables/farms/2022/cattle"}}두, 닭은 {{fig "tables/harvest/all/hens"}}천수입니다.
○ 두레는 {{fig "tables/harvest/all/groups"}}두레, 포대는 {{fig "tables/harvest/all/bags" unit=true}}({{fig "figures/bags-in-tonnes" unit=true}})입니다.
{{table "farms"}}
{{table "harvest"}}
{{table "works"}}
{{table "openings"}}
{{insert "overview"}}
{{insert "projects"}}
{{insert "task-sheets"}}
`,
  ],
]);
