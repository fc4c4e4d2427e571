import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { onceEach } from './once-each.ts';

test('a thing is made once for the same words, and anew for others', () => {
  const asked: string[] = [];
  const greeting = onceEach((first: string, second: string) => {
    asked.push(`${first} ${second}`);
    return { words: `${first}, ${second}` };
  });
  const first = greeting('a', 'b');
  equal(greeting('a', 'b') === first, true);
  equal(
    [first, greeting('ab', ''), greeting('a', 'b')].map(({ words }) => words),
    ['a, b', 'ab, ', 'a, b'],
  );
  equal(asked, ['a b', 'ab ']);
});
