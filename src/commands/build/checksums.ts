// The program's own fonts and colour profiles -> their sizes and checksums. Made by `npm run checksums`; not to be edited.
export const CHECKSUMS = {
  'fonts/NanumGothic.ttf': { bytes: 4691820, crc32: 2148959764 },
  'fonts/NanumGothicBold.ttf': { bytes: 4642244, crc32: 2399365224 },
  'fonts/Pretendard-Bold.ttf': { bytes: 2661752, crc32: 1014961013 },
  'fonts/Pretendard-ExtraBold.ttf': { bytes: 2669648, crc32: 2908045361 },
  'fonts/Pretendard-Regular.ttf': { bytes: 2725828, crc32: 4120698694 },
  'fonts/Pretendard-SemiBold.ttf': { bytes: 2671468, crc32: 1211816215 },
  'templates/press/FOGRA39L_coated.icc': { bytes: 121368, crc32: 992759515 },
} as const satisfies Readonly<Record<string, { readonly bytes: number; readonly crc32: number }>>;
