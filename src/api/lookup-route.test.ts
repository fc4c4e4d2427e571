import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../testing/database.ts';
import { aDescribedApi } from '../../testing/described-api.ts';
import { equal } from '../../testing/equal.ts';

type Ask = Awaited<ReturnType<typeof aDescribedApi>>['ask'];
type Answers = { readonly answers: readonly { asked: string; code: string; label: { number: string } | null }[] };

const JSON_TYPE = { 'content-type': 'application/json' };

const post = (
  ask: Ask,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Response> => ask('/labels/lookup', { method: 'POST', body, headers });

const lookUp = async (ask: Ask, numbers: readonly string[]): Promise<Answers['answers']> => {
  const answer = await post(ask, JSON.stringify({ numbers }));
  equal(answer.status, 200);
  return ((await answer.json()) as Answers).answers;
};

eachDatabase((_kind, open) => {
  test('ten thousand numbers are answered at once, in their order, slips told apart', async () => {
    const { world, ask } = await aDescribedApi(await open());
    const made = (await manyLabels(world, 1_500)).map(({ number }) => number);
    const numbers = Array.from({ length: 10_000 }, (_, place) =>
      place % 2 === 0 ? (made[place % made.length] ?? '') : `S1-31-${String(place).padStart(5, '0')}-0`,
    );
    const answers = await lookUp(ask, numbers);
    equal(
      answers.map(({ asked }) => asked),
      numbers,
    );
    const given = new Set<string>();
    for (const [place, { code, label }] of answers.entries()) {
      const number = numbers[place] ?? '';
      if (given.has(number)) equal([code, label], ['repeated', null]);
      else if (place % 2 === 0) equal([code, label?.number], ['found', number]);
      else assert.ok(['no_such_label', 'wrong_check_character'].includes(code) && label === null);
      if (code === 'found') given.add(number);
    }
    equal(given.size, new Set(numbers.filter((_, place) => place % 2 === 0)).size, 'none is lost between two readings');
    assert.ok(answers.some(({ code }) => code === 'wrong_check_character'));
    assert.ok(answers.some(({ code }) => code === 'no_such_label'));
  });

  test('any spelling will do, odd ones are answered too, and a label under embargo is not there', async () => {
    const { world, ask } = await aDescribedApi(await open());
    const { number } = (await aGrantedCase(world)).label;
    const wishedOn = world.today().add({ days: 7 });
    const hidden = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label.number;
    const numbers = [number.toLowerCase().replaceAll('-', ' '), number, hidden, '', '\u0000', '\ud800', "'; --", 'S1'];
    const answers = await lookUp(ask, numbers);
    equal(
      answers.map(({ code }) => code),
      ['found', 'repeated', ...Array.from({ length: 6 }, () => 'no_such_label')],
    );
    equal(await lookUp(ask, []), []);
    world.clock.set('2026-04-09T00:00:00Z');
    const early = await ask(`/labels/lookup?asof=2026-03-31`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ numbers: [number] }),
    });
    equal(((await early.json()) as Answers).answers[0]?.code, 'no_such_label');
  });

  test('a label of many models is given once however often its number is sent, and an answer has a limit', async () => {
    const { world, ask } = await aDescribedApi(await open());
    const numbers = (await manyLabels(world, 40)).map(({ number }) => number);
    const length = 1_000_000;
    const pad = (those: string): string =>
      `update labels set record = jsonb_set(record::jsonb, '{answers,product.name}', to_jsonb(repeat('x', ${String(length)})))::text where ${those}`;
    const [one = '', ...others] = numbers;
    await world.deps.db.pool.query(pad('number = $1'), [one]);
    const answer = await post(ask, JSON.stringify({ numbers: Array.from({ length: 1_000 }, () => one) }));
    const text = await answer.text();
    assert.ok(text.length < 2 * length, `${String(text.length)} characters`);
    const { answers } = JSON.parse(text) as Answers;
    equal([answers.length, answers[0]?.label?.number, answers[999]?.code], [1_000, one, 'repeated']);
    await world.deps.db.pool.query(pad('number = any($1)'), [others]);
    const refused = await post(ask, JSON.stringify({ numbers }));
    equal([refused.status, ((await refused.json()) as { code: string }).code], [413, 'answer_too_large']);
    equal((await lookUp(ask, numbers.slice(0, 20))).filter(({ code }) => code === 'found').length, 20);
  });

  test('more than is taken, and what is no list of numbers, is refused with a code', async () => {
    const { ask } = await aDescribedApi(await open());
    const code = async (answer: Promise<Response>): Promise<readonly [number, string]> => {
      const { status, code: said } = (await (await answer).json()) as { status: number; code: string };
      return [status, said];
    };
    const many = (count: number): string => JSON.stringify({ numbers: Array.from({ length: count }, () => 'S1') });
    equal(await code(post(ask, many(10_001))), [413, 'too_many_numbers']);
    equal(await code(post(ask, ' '.repeat(2_097_153))), [413, 'form_too_large']);
    equal(await code(post(ask, many(1), { 'content-type': 'text/plain' })), [415, 'form_not_taken']);
    equal(await code(post(ask, 'numbers')), [400, 'malformed_request']);
    equal(await code(post(ask, Uint8Array.of(0x22, 0xff, 0x22))), [400, 'malformed_request']);
    equal(await code(post(ask, '{"numbers":[1]}')), [400, 'malformed_request']);
    equal(await code(post(ask, '{"numbers":[],"also":1}')), [400, 'malformed_request']);
    const preflight = await ask('/labels/lookup', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    equal(preflight.headers.get('access-control-allow-methods'), 'GET,HEAD,POST');
  });
});
