// Seeds -> what is wrong with each case, said as soon as it is known. Plain JavaScript: a thread has no loader of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

const { faultOf } = await tsImport('./cases.ts', import.meta.url);
const { THOROUGH } = await tsImport('./verdict.ts', import.meta.url);
for (let seed = workerData.from; seed < workerData.end; seed++) {
  const fault = await faultOf(seed, THOROUGH).catch((error) => error.stack);
  parentPort.postMessage({ seed, fault });
}
