// What a finding states, computes and compares -> a small table.
import type { JSX } from 'preact';
import type { FindingCard } from '../../serve/api.ts';

export function Arithmetic({ card }: { readonly card: FindingCard }): JSX.Element | null {
  const { stated, computed, formula, related, isOfPublished } = card;
  const isEmpty = stated === undefined && computed === undefined && formula === undefined;
  return (
    <>
      {!isEmpty && (
        <table class="arithmetic">
          <tbody>
            <Row name={isOfPublished === true ? '지금' : '적힌 값'} value={stated} isStrong />
            <Row name={isOfPublished === true ? '공시한 것' : '셈한 값'} value={computed} isStrong />
            <Row name="셈" value={formula} />
          </tbody>
        </table>
      )}
      {related.length > 0 && (
        <details class="compared" open={isEmpty && related.length <= MOST_OPEN}>
          <summary>견준 곳 {related.length}곳</summary>
          <ul>
            {related.map(({ words, note }) => (
              <li key={`${words}${note}`}>
                {note}
                <span class="xs sub at">{words}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** As many compared places are listed at once where there is nothing else: the answers below stay in view. */
const MOST_OPEN = 3;

interface RowProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly isStrong?: boolean;
}

function Row({ name, value, isStrong }: RowProps): JSX.Element | null {
  if (value === undefined) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class={isStrong === true ? 'b' : ''}>{value}</td>
    </tr>
  );
}
