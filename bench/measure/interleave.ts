/** Things to compare by name, each doing one round of its work; if it answers with a function, that is called uncounted. */
type Contenders<Name extends string> = Readonly<Record<Name, (round: number) => Promise<unknown>>>;

/**
 * Runs contenders in turn, A B A B …, so that whatever else the machine does falls on all alike; answers with the
 * milliseconds of every round after the first `warmUp` ones. What `before` a contender's turn is done is not counted.
 */
export async function interleave<Name extends string>(
  contenders: Contenders<Name>,
  wish: {
    readonly rounds: number;
    readonly warmUp: number;
    readonly before?: (name: Name) => Promise<unknown>;
  },
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const { rounds, warmUp, before } = wish;
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    // Whoever is first in a round must not always be the same.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      await before?.(name);
      const start = performance.now();
      const clearUp = await contenders[name](round);
      if (round >= warmUp) times[name].push(performance.now() - start);
      if (typeof clearUp === 'function') await (clearUp as () => Promise<void>)();
    }
  }
  return times;
}
