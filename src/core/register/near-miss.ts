/**
 * Whether two folded model numbers differ by one slip: a character too many, too few or wrong, or two neighbours in each
 * other's place. Equal ones do not differ.
 */
export function isNearMiss(first: string, second: string): boolean {
  const [short, long] = [Array.from(first), Array.from(second)].sort((one, other) => one.length - other.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  const start = short.findIndex((character, at) => character !== long[at]);
  if (start === -1) return long.length > short.length;
  const rest = (characters: readonly string[], from: number): string => characters.slice(from).join('');
  if (long.length > short.length) return rest(short, start) === rest(long, start + 1);
  if (rest(short, start + 1) === rest(long, start + 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && rest(short, start + 2) === rest(long, start + 2);
}
