// The real clock -> one that is a year ahead, for every module loaded after this one (node --import).
const SHIFT = 366 * 24 * 60 * 60 * 1000;
const RealDate = globalThis.Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + SHIFT] : parts));
  }

  static now() {
    return RealDate.now() + SHIFT;
  }
};
