import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { readUpload } from './read-upload.ts';

type Taken = { readonly name: string; readonly size: number; readonly csrf: string | null };

const sentOf = ({ headers, body }: Request) => ({
  type: headers.get('content-type') ?? '',
  bytes: body as AsyncIterable<Uint8Array>,
});

async function take(request: Request): Promise<{ taken: Taken[]; form: URLSearchParams; broken: unknown }> {
  const form = new URLSearchParams();
  const taken: Taken[] = [];
  const broken = await readUpload(sentOf(request), form, async (name, content) => {
    let size = 0;
    for await (const chunk of content) size += (chunk as Uint8Array).length;
    taken.push({ name, size, csrf: form.get('csrf') });
  }).catch((error: unknown) => String(error));
  return { taken, form, broken };
}

function formOf(parts: readonly (readonly [string, string | File])[]): Request {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return new Request('http://localhost/', { method: 'POST', body });
}

describe('a form that brings files', () => {
  test('gives the fields before a file ahead of it, and each file with its name as typed', async () => {
    const names = ['設計書.pdf', '𠮷野家\u202egnp.exe', '空.txt'];
    const request = formOf([
      ['csrf', 'token'],
      ...names.map((name, at): [string, File] => ['files', new File(['x'.repeat(at * 1000)], name)]),
      ['after', 'あ'],
    ]);
    const { taken, form, broken } = await take(request);
    equal([broken, form.get('after')], [undefined, 'あ']);
    equal(
      taken,
      names.map((name, at) => ({ name, size: at * 1000, csrf: 'token' })),
    );
  });

  test('without a chosen file brings none', async () => {
    const { taken, broken } = await take(
      formOf([
        ['csrf', 'token'],
        ['files', new File([], '')],
      ]),
    );
    equal([taken, broken], [[], undefined]);
  });

  test('with too many files is told so', async () => {
    const files = Array.from({ length: 51 }, (_, at): [string, File] => [
      'files',
      new File(['x'], `${String(at)}.txt`),
    ]);
    const { taken, broken } = await take(formOf(files));
    equal([taken.length, broken], [50, { code: 'too_many_files' }]);
  });

  test('that is cut off in the middle of a file, or is no form at all, is told so and leaves nothing waiting', async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="files"; filename="a.bin"\r\n\r\n';
    const cut = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from(head + 'x'.repeat(100_000)));
        controller.error(new Error('connection reset'));
      },
    });
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const post = (body: string | ReadableStream, headers = type): Request =>
      new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' });
    for (const request of [
      post(cut),
      post(head + 'x'),
      post('nonsense'),
      post('x', { 'content-type': 'multipart/form-data' }),
    ]) {
      const { taken, broken } = await take(request);
      equal(taken, []);
      equal(broken, { code: 'form_broken' });
    }
  });

  test('whose file cannot be kept ends with that fault', async () => {
    const request = formOf([['files', new File(['x'.repeat(500_000)], 'a.bin')]]);
    await assert.rejects(
      readUpload(sentOf(request), new URLSearchParams(), () => Promise.reject(new Error('the disk is gone'))),
      /the disk is gone/,
    );
  });
});
