import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { readConfig } from './config.ts';

test('a wrong setting is named with what it was, a wrong database address without its password', () => {
  const environment = { PORT: '99999', DATABASE_URL: 'postgres://shirushi:se cret@db/shirushi' };
  const read = readConfig({ environment, options: {} });
  assert.ok(!read.ok);
  equal(
    read.error.map(({ variable, value }) => [variable, value]),
    [
      ['PORT', '99999'],
      ['DATABASE_URL', '…'],
    ],
  );
});
