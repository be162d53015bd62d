// An image declaration -> an image block with its printed width, and what is said of its resolution.
import { korean } from '../diagnostic/particle.ts';
import type { CoverMark } from '../document/blocks/cover.ts';
import type { Block, ImageBlock } from '../document/document.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { Picture } from '../picture/picture.ts';
import type { ImageDeclaration } from '../plan/plan.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

const MM_PER_INCH = 25.4;
/** Pixels an inch below which print looks coarse. */
const LEAST_DPI = 200;
/** Of the text's height, where no width is given. */
const MOST_HEIGHT = 0.6;
/** Of an emblem or logo without a width of its own, in mm. */
const MARK_HEIGHT = 16;
const MARK_WIDTH = 70;

/** Undefined where there is no picture. Rules: `image-width`, `coarse-image`, `image-not-read`. */
export function composeImage(
  session: Session,
  renderer: TemplateRenderer,
  image: ImageDeclaration,
): Block | undefined {
  const picture = pictureOf(session, image);
  if (picture === undefined) return undefined;
  return {
    kind: 'image',
    // An image may be named like a table.
    id: `image-${image.id}`,
    ...composeWords(session, renderer, image),
    picture,
    width: widthOf(session, image, picture),
    ...(image.inWorkbook && { inWorkbook: true }),
  };
}

/** What is said above a picture, in its place and below it. */
export function composeWords(
  session: Session,
  renderer: TemplateRenderer,
  { caption, alt, source }: Pick<ImageDeclaration, 'caption' | 'alt' | 'source'>,
): Pick<ImageBlock, 'caption' | 'alt' | 'source'> {
  return {
    ...(caption && { caption: richText(session, renderer, caption) }),
    alt: richText(session, renderer, alt),
    ...(source && { source: richText(session, renderer, source) }),
  };
}

function pictureOf(session: Session, { id, picture, place }: ImageDeclaration): Picture | undefined {
  if (picture === undefined)
    session.fault({
      rule: 'image-not-read',
      message: `이미지 ‘${id}’의 파일을 읽지 않아 찍을 수 없습니다.`,
      place,
    });
  return picture === 'told' ? undefined : picture;
}

/** In mm. */
function widthOf(session: Session, image: ImageDeclaration, picture: Picture): number {
  const { id, width } = image;
  const { page } = session.templates.theme;
  const room = page.width - page.left - page.right;
  if (width === undefined) {
    const sharp = (picture.width / LEAST_DPI) * MM_PER_INCH;
    const tall = (page.height - page.top - page.bottom) * MOST_HEIGHT * (picture.width / picture.height);
    return Math.min(room, sharp, tall);
  }
  const asked = width.of === 'mm' ? width.size : (room * width.size) / 100;
  if (asked > room)
    session.fault({
      rule: 'image-width',
      message: `이미지 ‘${id}’의 너비가 본문보다 넓습니다: ${width.size}mm`,
      expected: `${Math.floor(room)}mm 이하, 또는 100% 이하`,
      place: width.place,
    });
  tellCoarse(session, image, picture, asked);
  return Math.min(asked, room);
}

/** `printed` in mm. */
function tellCoarse(
  session: Session,
  { id, width, place }: ImageDeclaration,
  picture: Picture,
  printed: number,
): void {
  const dpi = Math.floor(picture.width / (printed / MM_PER_INCH));
  if (dpi < LEAST_DPI)
    session.say({
      rule: 'coarse-image',
      severity: 'warning',
      message: `이미지 ‘${id}’의 화소가 적어 인쇄하면 거칠게 보입니다: ${dpi}dpi (${picture.width} × ${picture.height} 화소, 너비 ${Math.round(printed)}mm)`,
      expected: `${LEAST_DPI}dpi 이상: 너비 ${Math.floor((picture.width / LEAST_DPI) * MM_PER_INCH)}mm 이하, 또는 더 큰 이미지`,
      place: width?.place ?? place,
    });
}

/** The plan's emblem and logo, in the order in which they are heard. Rule: `unknown-image`, besides those of an image. */
export function composeMarks(session: Session, renderer: TemplateRenderer): readonly CoverMark[] {
  const { coverMarks = {}, images } = session.plan;
  return (['left', 'right'] as const).flatMap((side) => {
    const mark = coverMarks[side];
    if (mark === undefined) return [];
    const image = images?.get(mark.image);
    if (image === undefined) {
      const near = nearestOf(mark.image, [...(images?.keys() ?? [])]);
      session.fault({
        rule: 'unknown-image',
        message: korean`이미지 ‘${mark.image}’을(를) 찾을 수 없습니다.`,
        expected: near === undefined ? 'images.yaml에 있는 이미지의 이름' : `${near} 같은 이름`,
        place: mark.place,
      });
      return [];
    }
    const picture = pictureOf(session, image);
    if (picture === undefined) return [];
    const usual = Math.min(MARK_WIDTH, (MARK_HEIGHT * picture.width) / picture.height);
    if (image.width === undefined) tellCoarse(session, image, picture, usual);
    const width = image.width === undefined ? usual : widthOf(session, image, picture);
    return [{ id: `image-${image.id}`, alt: richText(session, renderer, image.alt), side, picture, width }];
  });
}
