// A file's id is its name without `.yaml`, so that an author finds the file of every address.
import type { Faults } from './faults.ts';
import type { Scalar } from './node.ts';

/** Tells (`file-name`) where the `id` a file gives is not its name. */
export function checkFileName(id: Scalar, name: string, faults: Faults): void {
  if (id.text === name) return;
  faults.add({
    rule: 'file-name',
    place: id.place,
    message: `파일 이름과 id가 다릅니다: ${name}.yaml, ${id.text}`,
    expected: `id: ${name} 또는 파일 이름 ${id.text}.yaml`,
  });
}
