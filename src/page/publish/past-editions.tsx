// Earlier editions -> a table of what there is of each, to be opened.
import type { JSX } from 'preact';
import type { Outputs } from '../../serve/api-jobs.ts';
import { OpenButton } from './tile.tsx';

export function PastEditions({ past }: { readonly past: NonNullable<Outputs['past']> }): JSX.Element | null {
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h3 id="past">지난 판</h3>
      <table class="card past">
        <thead class="spoken">
          <tr>
            <th scope="col">판</th>
            <th scope="col">상태</th>
            <th scope="col">열기</th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ name, words, tiles }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words}</td>
              <td>
                {tiles.map((tile) => (
                  <OpenButton key={tile.kind} tile={tile} of={`${name} `} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
