import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { BodyMemory } from './body-memory.ts';

const page = (etag: string, bytes: number) => ({ etag, modified: null, body: new Uint8Array(bytes) });

test('as many answers are kept as there is room for, the one kept longest goes first', () => {
  const memory = new BodyMemory(100);
  for (const name of ['a', 'b', 'c']) memory.keep(name, page(name, 40));
  equal(
    ['a', 'b', 'c'].map((name) => memory.of(name)?.etag),
    [undefined, 'b', 'c'],
  );
  memory.keep('b', page('b', 40));
  memory.keep('d', page('d', 40));
  equal(
    ['b', 'c', 'd'].map((name) => memory.of(name)?.etag),
    ['b', undefined, 'd'],
  );
});

test('another answer under a name takes the place of the one before, and its room', () => {
  const memory = new BodyMemory(100);
  memory.keep('a', page('old', 60));
  memory.keep('a', page('new', 60));
  memory.keep('b', page('b', 40));
  equal([memory.of('a')?.etag, memory.of('b')?.etag], ['new', 'b']);
});

test('an answer larger than all the room is not kept', () => {
  const memory = new BodyMemory(100);
  memory.keep('a', page('a', 101));
  memory.keep('b', page('b', 100));
  equal([memory.of('a'), memory.of('b')?.etag], [undefined, 'b']);
});
