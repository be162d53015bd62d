// What a finding states, computes and compares -> a small table.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingCard } from '../../serve/api.ts';

/** As many compared places are listed before one asks for the rest: the answers below stay in view. */
const AT_FIRST = 3;

export function Arithmetic({ card }: { readonly card: FindingCard }): JSX.Element | null {
  const [isWhole, setWhole] = useState(false);
  const { stated, computed, formula, related } = card;
  if (stated === undefined && computed === undefined && formula === undefined && related.length === 0)
    return null;
  return (
    <table class="arithmetic">
      <tbody>
        <Row name="적힌 값" value={stated} isStrong />
        <Row name="셈한 값" value={computed} isStrong />
        <Row name="셈" value={formula} />
        {related.slice(0, isWhole ? related.length : AT_FIRST).map(({ words, note }, index) => (
          <Row key={`${words}${note}`} name={index === 0 ? '견준 곳' : ''} value={note} where={words} />
        ))}
        {!isWhole && related.length > AT_FIRST && (
          <tr>
            <td />
            <td>
              <button type="button" class="btn quiet" onClick={() => setWhole(true)}>
                {related.length - AT_FIRST}곳 더 보기
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly where?: string;
  readonly isStrong?: boolean;
}

function Row({ name, value, where, isStrong }: RowProps): JSX.Element | null {
  if (value === undefined) return null;
  return (
    <tr>
      {name === '' ? <td /> : <th scope="row">{name}</th>}
      <td class={isStrong === true ? 'b' : ''}>
        {value}
        {where !== undefined && <span class="xs sub at">{where}</span>}
      </td>
    </tr>
  );
}
