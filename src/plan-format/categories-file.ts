// categories.yaml, the plan's or the one that all plans share -> sectors and their categories.
import { isId } from '../figure/address.ts';
import type { Category, Sector } from '../plan/category.ts';
import { drafted } from './drafted.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { id, list, mapping, may, must, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { type ReadBefore, readYaml } from './yaml-source.ts';

/** Names under `categories/` that are not a category's. */
const TAKEN: ReadonlySet<string> = new Set(['all', 'classified', 'unclassified']);

const CATEGORY = mapping({
  id: must(id, '분류의 id', '세부사업의 category와 주소에 쓰는 이름', { example: 'direct-jobs' }),
  label: must(named, '분류의 이름', '통합문서와 표에 찍는 이름', { example: '직접일자리 창출' }),
});

export const CATEGORIES_FILE = mapping({
  sectors: may(
    list(
      mapping({
        id: must(id, '부문의 id', '주소에 쓰는 이름', { example: 'government' }),
        label: must(named, '부문의 이름', '통합문서에 찍는 이름', { example: '정부부문' }),
        categories: must(list(CATEGORY), '분류', '부문의 분류를 찍는 차례대로'),
      }),
    ),
    '부문',
    '분류를 묶는 부문을 찍는 차례대로',
  ),
  categories: may(list(CATEGORY), '부문이 없는 분류', '부문으로 묶지 않는 분류를 찍는 차례대로'),
});

export function readCategoriesFile(root: Mapping, faults: Faults): readonly Sector[] | undefined {
  const file = readShape(root, CATEGORIES_FILE, faults);
  if (file === undefined) return undefined;
  const first = new Map<string, Scalar>();
  /** Whether nothing else under `categories/` is called so. */
  const isNew = (one: Scalar): boolean => {
    const twin = first.get(one.text);
    first.set(one.text, twin ?? one);
    if (twin === undefined && !TAKEN.has(one.text)) return isId(one.text);
    faults.add({
      rule: 'duplicate-id',
      place: one.place,
      message: twin
        ? `분류나 부문의 id가 두 번 나옵니다: ${one.text}`
        : `합계의 이름이라 분류의 id로 쓸 수 없습니다: ${one.text}`,
      expected: '서로 다른 id',
      ...(twin && { related: [{ place: twin.place, note: '먼저 나온 곳' }] }),
    });
    return false;
  };
  const named = (list: typeof file.categories = []) =>
    list.flatMap(({ id, label }): Category[] => (isNew(id) ? [{ id: id.text, label: label.text }] : []));
  const sectors = (file.sectors ?? []).map(
    ({ id, label, categories }): Sector => ({
      ...(isNew(id) && { id: id.text, label: label.text }),
      categories: named(categories),
    }),
  );
  const rest = named(file.categories);
  return rest.length === 0 ? sectors : [...sectors, { categories: rest }];
}

/** The list that all plans share; undefined where it is not given, or broken. */
export function sharedCategories(
  shared:
    | (ReadBefore & { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> })
    | undefined,
  faults: Faults,
): readonly Sector[] | undefined {
  const text = shared?.files.get('categories.yaml');
  if (shared === undefined || text === undefined) return undefined;
  const root = readYaml(`${shared.displayRoot}/categories.yaml`, text, faults, shared.kept?.trees);
  return root && drafted(root, readCategoriesFile, [], faults);
}

/** Where a category stands in the lists; undefined, told, where it is in none. Any is taken where no list is known. */
export function categoryIn(
  typed: Scalar | undefined,
  known: readonly Category[] | undefined,
  faults: Faults,
): string | undefined {
  if (typed === undefined) return undefined;
  if (known?.some(({ id }) => id === typed.text) ?? isId(typed.text)) return typed.text;
  faults.add({
    rule: 'wrong-type',
    place: typed.place,
    message: `바르지 않은 값입니다: ${typed.text}`,
    expected: known?.map(({ id, label }) => `${id} ${label}`).join(' | ') || '분류의 id',
  });
  return undefined;
}
