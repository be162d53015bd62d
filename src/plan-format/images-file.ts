// images.yaml and the files of images/ -> the images: each with its picture, its words and its width.

import type * as v from 'valibot';
import { type Picture, PictureFault } from '../picture/picture.ts';
import { readPicture } from '../picture/read-picture.ts';
import type { ImageDeclaration } from '../plan/plan.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { checked, entriesOf, flag, mapping, may, must, named, text, textLike } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

const WIDTH = /^\d{1,3}(?:\.\d)?(?:%|mm)$/;

const width = checked(
  textLike(WIDTH, '본문 너비의 60%나 80mm처럼'),
  ({ text: written }) => !WIDTH.test(written) || isWidth(Number.parseFloat(written), written.endsWith('%')),
  '0보다 크고 100% 이하인 너비, 또는 mm',
  {},
);

export const IMAGES_FILE = entriesOf(
  must(
    mapping({
      file: must(
        textLike(
          /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g)$/,
          'images/에 있는 파일의 이름: 영어 소문자와 숫자, 사이의 - 로 된 이름.png나 이름.jpg (예: market-street.jpg)',
        ),
        '파일',
        'images/에 둔 PNG나 JPEG 파일의 이름',
        { example: 'market-street.jpg' },
      ),
      alt: must(named, '대체 글', '화면 낭독기가 이미지 대신 읽는 글', {
        example: '새로 단장한 전통시장의 골목',
      }),
      caption: may(named, '제목', '이미지 위에 찍습니다.', { example: '전통시장 현대화' }),
      width: may(width, '너비', '본문 너비의 몇 %나 mm. 없으면 화소에 맞추어 본문 너비까지', {
        example: '60%',
      }),
      source: may(text, '출처', '이미지 아래에 찍는 글', { example: '자료: 경제정책과' }),
      workbook: may(flag, '통합문서에도', 'true이면 targets.xlsx의 시트 이미지에도 넣습니다.', {
        otherwise: false,
      }),
    }),
    '이미지',
    '글에서는 {{image "id"}} 한 줄로 넣습니다.',
  ),
);

type ImageShape = v.InferOutput<typeof IMAGES_FILE>[number]['value'];

/** Of all images of a plan: fifty photographs of a telephone, which are unpacked in a minute at most. */
const MOST_PIXELS = 600_000_000;

/** The images by id; without `files` their pictures are not known. Rules: `missing-file`, `harmed-image`, `unused-image`. */
export function readImagesFile(
  root: Mapping,
  displayRoot: string,
  files: ReadonlyMap<string, Uint8Array> | undefined,
  faults: Faults,
): ReadonlyMap<string, ImageDeclaration> | undefined {
  const entries = readShape(root, IMAGES_FILE, faults);
  if (entries === undefined) return undefined;
  const pictures = new Map<string, Picture | 'told'>();
  let pixels = 0;
  const pictureOf = ({ text: name, place }: Scalar): ImageDeclaration['picture'] => {
    const known = pictures.get(name);
    if (files === undefined || known !== undefined) return known;
    const picture = pixels > MOST_PIXELS ? 'told' : pictureIn(name, place, files, faults);
    pictures.set(name, picture);
    pixels += picture === 'told' ? 0 : picture.width * picture.height;
    return picture;
  };
  const images = new Map(
    entries.map(({ key, value }) => [key.text, declarationOf(key, value, pictureOf(value.file))]),
  );
  if (pixels > MOST_PIXELS)
    faults.add({
      rule: 'too-much-data',
      place: root.place,
      message: '이미지의 화소가 모두 합쳐 너무 많습니다.',
      expected: `모두 ${MOST_PIXELS / 100_000_000}억 화소까지의 이미지. 크기를 줄여 저장합니다`,
    });
  for (const path of files?.keys() ?? [])
    if (!entries.some(({ value }) => `images/${value.file.text}` === path))
      faults.add({
        rule: 'unused-image',
        severity: 'warning',
        place: { file: `${displayRoot}/${path}`, line: 1, column: 1 },
        message: 'images.yaml에 적지 않아 쓰지 않는 이미지입니다.',
        expected: 'images.yaml의 file: 에 적거나 지움',
      });
  return images;
}

function declarationOf(
  key: Scalar,
  image: ImageShape,
  picture: ImageDeclaration['picture'],
): ImageDeclaration {
  const { caption, source, width: written, workbook } = image;
  return {
    id: key.text,
    ...defined({ caption: caption && sourceText(caption) }),
    alt: sourceText(image.alt),
    ...defined({ source: source && sourceText(source), width: written && widthOf(written) }),
    inWorkbook: workbook?.text === 'true',
    picture,
    place: key.place,
  };
}

function widthOf({ text: written, place }: Scalar): NonNullable<ImageDeclaration['width']> {
  return { size: Number.parseFloat(written), of: written.endsWith('%') ? 'text' : 'mm', place };
}

function isWidth(size: number, isShare: boolean): boolean {
  return size > 0 && (!isShare || size <= 100);
}

function pictureIn(
  name: string,
  place: Scalar['place'],
  files: ReadonlyMap<string, Uint8Array>,
  faults: Faults,
): Picture | 'told' {
  const bytes = files.get(`images/${name}`);
  if (bytes === undefined) {
    const known = [...files.keys()].map((path) => path.slice('images/'.length));
    faults.add({
      rule: 'missing-file',
      place,
      message: `images/에 없는 파일입니다: ${name}`,
      expected: didYouMean(name, known, '계획 폴더의 images/에 있는 PNG나 JPEG 파일의 이름'),
    });
    return 'told';
  }
  try {
    return readPicture(bytes);
  } catch (fault) {
    if (!(fault instanceof PictureFault)) throw fault;
    faults.add({
      rule: 'harmed-image',
      place,
      message: `${fault.message} (images/${name})`,
      expected: fault.expected,
    });
    return 'told';
  }
}
