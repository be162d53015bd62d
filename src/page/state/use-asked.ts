// A question that a screen asks whenever the plan changes -> its last answer.
import { useEffect, useState } from 'preact/hooks';
import { get } from './client.ts';
import { attempt, stamp } from './store.ts';

/** The answer to the newest question, which is asked again with every other `turn`; while it is asked again the one before stays. Undefined until the first is there. */
export function useAsked<T>(path: string | undefined, turn?: string): T | undefined {
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: T } | undefined>(undefined);
  const version = stamp.value;
  // Asked anew when the plan's files change.
  useEffect(() => {
    if (path === undefined) return undefined;
    let isLate = false;
    void attempt(() => get<T>(path)).then((found) => {
      if (!isLate && found !== undefined) setAnswer({ to: path, found });
    });
    return () => {
      isLate = true;
    };
  }, [path, version, turn]);
  // What was answered to another question is no answer to this one.
  return answer?.to === path ? answer?.found : undefined;
}
