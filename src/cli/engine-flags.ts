// The version of Node.js -> what the engine is told, so that it spends no more on its own code than that gives back.

/**
 * A cold build is over before optimised code has paid for itself: optimising later saves a third of the processor time (measured: 1,540 ms
 * to 1,040 ms on two cores; the tests' too), and long builds are still optimised. Later versions do not know the flag, and say so.
 */
export const ENGINE_FLAGS: readonly string[] = process.versions.node.startsWith('20.')
  ? ['--interrupt-budget=1000000']
  : [];
