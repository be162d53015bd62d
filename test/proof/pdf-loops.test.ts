// An object that is a reference to itself, has a key twice, or a number beyond all -> nothing that is there, or a fault.
import { expect, it } from 'vitest';
import { PdfFile } from '../../src/proof/pdf/pdf-file.ts';

function fileOf(...objects: readonly string[]): PdfFile {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new PdfFile(new TextEncoder().encode(text + table + trailer));
}

it('resolves what is there, and gives null for what leads to itself', () => {
  const file = fileOf('3 0 R', '2 0 R', '4 0 R', '3 0 R', '6 0 R', '7');
  const found = [1, 2, 3, 5].map((number) => file.resolve({ kind: 'ref', number }));
  expect(found).toEqual([null, null, null, 7]);
});

it.each([
  '<< /A 1 /B 2 /A 3 >>',
  '<< /A 1 /#41 3 >>',
  '99999999999999999999',
  '-1.2.3',
])('refuses %s', (object) => {
  expect(() => fileOf('<< /A 1 >>', object).resolve({ kind: 'ref', number: 2 })).toThrow();
});
