// What a route says -> an answer of the server.
import type { ServerResponse } from 'node:http';
import type { Fault } from './api.ts';
import { SAFE_HEADERS } from './guard.ts';
import { refusal } from './plain-words.ts';

export type Reply =
  | { readonly json: unknown }
  | {
      readonly bytes: Uint8Array | string;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Kept open by whoever takes it. */
  | { readonly stream: (answer: ServerResponse) => void }
  | { readonly status: number; readonly faults: readonly Fault[] };

export const NOT_FOUND: Reply = {
  status: 404,
  faults: [
    refusal(
      '찾는 것이 없습니다. 그동안 없어졌거나 프로그램이 다시 켜졌습니다.',
      '화면을 닫고 다시 연 뒤의 것',
    ),
  ],
};

const REASONS: Readonly<Record<number, string>> = {
  400: '알아들을 수 없는 물음입니다. 화면을 닫고 다시 여십시오.',
  401: '프로그램이 다시 켜져 이 창을 알지 못합니다. 창을 닫고 다시 여십시오.',
  404: '그런 것이 없습니다.',
  413: '파일이 너무 큽니다. 32MB까지 받습니다.',
  500: '프로그램 내부의 오류로 하지 못했습니다. 다시 해 보고, 그래도 안 되면 화면과 함께 열린 검은 창에 적힌 글을 복사해 프로그램을 나누어 준 곳에 보내 주십시오.',
};

export function refused(status: number): Reply {
  return { status, faults: [refusal(REASONS[status] ?? '받지 않는 물음입니다.')] };
}

export function send(answer: ServerResponse, reply: Reply): void {
  if ('stream' in reply) {
    answer.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
    reply.stream(answer);
    return;
  }
  const [status, body, type] =
    'bytes' in reply
      ? ([200, reply.bytes, reply.type] as const)
      : 'json' in reply
        ? ([200, JSON.stringify(reply.json ?? null), 'application/json'] as const)
        : ([reply.status, JSON.stringify({ faults: reply.faults }), 'application/json'] as const);
  const headers = 'bytes' in reply ? reply.headers : undefined;
  answer.writeHead(status, {
    ...SAFE_HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  answer.end(body);
}
