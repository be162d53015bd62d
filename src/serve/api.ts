// What the page and the program say to each other: every request and every answer, by route.

/** A word for a plan, an edition, a finding, a file …, made by the server for one session: never a path or id that a person would see. */
export type Handle = string;

/** A place in words, as a person would say it, and where the page picture shows it. */
export interface Place {
  /** The printed page, in words: `22쪽`; none where it is on none that has a number or a name. */
  readonly page?: string;
  /** `22쪽 · 과제 시트 ‘…’ · ‘…’ 사업예산` */
  readonly words: string;
  /** Where on pages it is, the first first; none where it is not printed. Pages count from 1, as the pictures do; points from the page's upper left corner. */
  readonly boxes: readonly {
    readonly page: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** An amount in print form, with what it was in the edition before. */
export interface Total {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** `△1,200` `+35`; none for the first edition. */
  readonly change?: string;
}

/** `draft`: being worked on; `confirmed`: ready to go out, or another stands on it; `published`: it has gone out. */
export type EditionState = 'draft' | 'confirmed' | 'published';

export interface EditionCard {
  readonly edition: Handle;
  /** `당초`, `제1회 추경 (2023. 5. 2.)` */
  readonly name: string;
  readonly date: string;
  readonly state: EditionState;
  readonly totals: readonly Total[];
}

export type StageName = 'frame' | 'statistics' | 'text' | 'revise' | 'check' | 'publish';

/** A screen's state, for the stage bar; only screens that work whole are listed. */
export interface Stage {
  readonly name: StageName;
  /** What is left to do there, in words: `살펴볼 곳 135`, `다 됨`. */
  readonly words: string;
  readonly state: 'open' | 'done' | 'stopped' | 'none';
}

export interface PlanCard {
  readonly plan: Handle;
  /** One that came with the program, to look at. */
  readonly isSample?: true;
  readonly title: string;
  readonly office: string;
  readonly year: number;
  readonly editions: readonly EditionCard[];
  readonly stages: readonly Stage[];
  /** Why the plan cannot be read, in sentences; its other parts are then empty. */
  readonly faults: readonly Fault[];
  /** Why nothing can be changed (folder read-only, somebody else's lock), or undefined. */
  readonly readOnly?: string;
}

/**
 * POST /api/session with `Asked` (the one-time key of the address's fragment; no key header yet): `Admitted`. Every other `/api/…` wants
 * `x-key: <session key>`; 401 where it is missing or unknown (the page then says that the program was started anew).
 * The shell (`/`, `/page.js`, `/page.css`, `/fonts/NAME.ttf`) is given to anyone on this machine. Bodies are JSON (`application/json`) but for drop (`application/octet-stream`).
 * What cannot be done at all is answered with its HTTP status and `Refusal`.
 */
export interface Asked {
  readonly key: string;
}

export interface Admitted {
  readonly key: string;
}

export interface Refusal {
  readonly faults: readonly Fault[];
}

/** GET /api/help: one short text a job (templates/help/*.md), in order. The text has paragraphs, `- ` lists and `**words**` only. */
export interface HelpText {
  readonly topic: string;
  readonly title: string;
  readonly text: string;
}

/** GET /api/plans */
export interface Plans {
  readonly plans: readonly PlanCard[];
  /** At most five things to do over all plans, the hardest first. */
  readonly tasks: readonly Todo[];
  /** The last three changes over all plans, the newest first. */
  readonly changes: readonly (ChangeLine & { readonly plan: Handle })[];
  /** Who decided last on this computer, as the person calls it; empty where nobody said. */
  readonly by: string;
}

export interface Todo {
  readonly plan: Handle;
  readonly words: string;
  /** Where and of which year, in words. */
  readonly where: string;
  readonly stage: StageName;
  readonly button: string;
}

/** What is wrong, in the words of the program: not possible, why, what to do. */
export interface Fault {
  readonly message: string;
  readonly expected?: string;
  readonly where?: string;
  /** The cell that was typed into. */
  readonly cell?: Handle;
  readonly severity: 'error' | 'warning' | 'info';
}

/** GET /api/plans/P: everything that every screen shows of the plan. `stamp` changes with any change of its files. */
export interface PlanState {
  readonly card: PlanCard;
  readonly stamp: string;
  /** The totals bar. */
  readonly totals: readonly Total[];
  readonly saved: string;
  readonly undo?: string;
  readonly redo?: string;
  readonly changeCount: number;
  /** What was changed by another program or person since this session read it, in words. */
  readonly outside?: string;
}

export interface ChangeLine {
  readonly change: Handle;
  /** `‘청년 인턴’ 사업예산 120,000천원 → 150,000천원` */
  readonly words: string;
  readonly when: string;
  readonly who: string;
  readonly isUndone: boolean;
}

/** GET /api/plans/P/findings */
export interface Findings {
  readonly stamp: string;
  readonly groups: readonly FindingGroup[];
}

export interface FindingGroup {
  /** 공시를 막는 것, 숫자, 이름, 표기, 알아 둘 것 */
  readonly title: string;
  readonly findings: readonly FindingCard[];
}

export interface FindingCard {
  readonly finding: Handle;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly place: Place;
  /** What it is compared with. */
  readonly related: readonly (Place & { readonly note: string })[];
  /** The arithmetic as a small table: 적힌 값, 셈한 값, 셈. */
  readonly stated?: string;
  readonly computed?: string;
  readonly formula?: string;
  readonly remedy?: string;
  /** Decided before, on other values: why it is asked again. */
  readonly stale?: string;
  /** `stated` is what stands there now, `computed` what has gone out. */
  readonly isOfPublished?: true;
  /** What to do about it where no answer settles it and it stops the publication. */
  readonly binding?: string;
  readonly decided?: {
    readonly kind: AnswerKind;
    readonly answer: string;
    readonly by: string;
    readonly date: string;
    readonly reason: string;
  };
  /** The answers that can be given; none where only an edit settles it, or there is nothing to settle. */
  readonly answers: readonly {
    readonly kind: AnswerKind;
    readonly label: string;
    readonly explained: string;
    /** What stands there now, for `correct`. */
    readonly value?: string;
  }[];
}

export type AnswerKind = 'keep' | 'print-computed' | 'correct' | 'not-a-fault' | 'omit';

/** POST /api/plans/P/decisions */
export interface Decide {
  readonly stamp: string;
  readonly findings: readonly Handle[];
  readonly answer: AnswerKind;
  readonly reason: string;
  /** For `correct`: the value as typed. */
  readonly value?: string;
  /** Who decides, as the person calls it; the user's name on this computer where it is empty or not said. What is said is kept for the next time (`Plans.by`). An empty reason becomes the answer's own words. */
  readonly by?: string;
}

/** What a change comes to: saved, or not and why; `conflict` when the files are other ones than the screen has seen (nothing was written). */
export type Saved =
  | { readonly kind: 'saved'; readonly state: PlanState }
  | { readonly kind: 'conflict'; readonly words: string; readonly state: PlanState }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** POST /api/plans/P/undo, /redo with { stamp }: Saved. GET /api/plans/P/changes: ChangeLine[] */

/** GET /api/plans/P/pages: how many and how large; GET /api/plans/P/pages/N.svg: the picture (alt text in header `x-alt`, percent-encoded). */
export interface Pages {
  readonly stamp: string;
  readonly count: number;
  /** Each page as `Place.page` calls it; empty for one that has neither number nor name. */
  readonly names: readonly string[];
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** POST /api/plans/P/drop (bytes; file name percent-encoded in `x-name`): what the file is and what it would change; nothing is written. */
export type Dropped =
  | {
      readonly kind: 'edition' | 'fill';
      readonly drop: Handle;
      /** Of the plan that it was put to; where that is another one now, POST /api/plans/P/drop/again with { drop } tells it anew. */
      readonly stamp: string;
      /** `targets.xlsx: 성과목표 12곳, 사업예산 3곳이 바뀝니다.` */
      readonly words: string;
      readonly changes: readonly DropChange[];
      /** What the whole comes to; none where nothing of it moves. */
      readonly totals: readonly DropChange[];
      readonly faults: readonly Fault[];
      /** The draft that can take the changes too; none where there is no draft, or they need an edition of their own. */
      readonly into?: string;
      /** What to ask when it is taken: proposed title, kind, date (ISO). */
      readonly proposed: EditionHeadInput;
    }
  | { readonly kind: 'unchanged' | 'refused'; readonly words: string; readonly faults: readonly Fault[] };

export interface DropChange {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** As printed, `△1,200`; none for words. */
  readonly change?: string;
  readonly unit?: string;
}

export interface EditionHeadInput {
  readonly title: string;
  readonly kind: '추경' | '정정';
  readonly date: string;
  readonly reason?: string;
}

/** POST /api/plans/P/editions: a dropped file becomes an edition (or fills edition 0): Saved. It begins as a draft (its cover says that it is internal); POST …/editions/confirm with { stamp }: it is ready to go out: Saved. POST …/editions/revert with { stamp }: the last unpublished one goes: Saved. */
export interface MakeEdition {
  readonly stamp: string;
  readonly drop: Handle;
  /** Undefined: into the plan itself (`fill`). */
  readonly head?: EditionHeadInput;
  /** Into the last edition, which is a draft. */
  readonly into?: true;
}

/** GET /api/plans/P/comparison?edition=E: 변경 대비표 기정액/경정액/증감 as rows, texts that must follow. */
export interface Comparison {
  readonly stamp: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  /** As many as the edition says, which the bar of screens tells too. */
  readonly count: number;
  readonly rows: readonly {
    readonly level: 'total' | 'strategy' | 'task' | 'project';
    readonly name: string;
    readonly state: 'same' | 'changed' | 'added' | 'ended';
    readonly cells: readonly { readonly before: string; readonly after: string; readonly change: string }[];
  }[];
  /** Findings about texts that must follow the edition. */
  readonly texts: readonly FindingCard[];
}
