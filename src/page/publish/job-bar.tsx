// A job that takes a while -> how far it is, the way to stop it, and what came of it.
import type { JSX } from 'preact';
import type { Job } from '../../serve/api-jobs.ts';
import { Faults, Note } from '../frame/note.tsx';
import { post } from '../state/client.ts';
import { attempt } from '../state/store.ts';

export function JobBar({ job }: { readonly job: Job }): JSX.Element {
  if (job.state === 'running')
    return (
      <div class="card job" role="status">
        <div class="row">
          <b class="grow b">{job.words}</b>
          <span class="sub">
            {job.done} / {job.of}
          </span>
        </div>
        <progress max={job.of} value={job.done} aria-label={job.words} />
        <div class="row">
          <span class="xs sub grow">다 만들 때까지 지난 파일은 그대로 있습니다.</span>
          <button
            type="button"
            class="btn"
            onClick={() => void attempt(() => post(`/api/jobs/${job.job}/stop`))}
          >
            그만두기
          </button>
        </div>
      </div>
    );
  return (
    <>
      {job.state === 'done' && (
        <Note tone="done">
          <p>{job.words.endsWith('다.') ? job.words : '다 만들었습니다. 아래에서 열 수 있습니다.'}</p>
        </Note>
      )}
      {job.state === 'stopped' && (
        <Note tone="info">
          <p>그만두었습니다. 지난 파일은 그대로 있습니다.</p>
        </Note>
      )}
      {job.state === 'failed' && job.faults.length === 0 && (
        <Note tone="error">
          <p>{job.words}</p>
        </Note>
      )}
      <Faults faults={job.faults} />
    </>
  );
}
