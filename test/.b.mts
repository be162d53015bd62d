import { checkTimes } from './bench/check.ts';
console.log(await checkTimes(3, 10));
