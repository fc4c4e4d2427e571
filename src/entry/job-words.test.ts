import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../i18n/message.ts';
import { jobName } from '../web/parts/job-name.ts';
import type { Reader } from '../web/parts/reader.ts';
import { JOB_LIST } from './job-list.ts';

test('pages name every background job in words, with its own name below', async () => {
  for (const language of ['ja', 'en'] as const) {
    const reader = { language, say: (...given: [never]) => message(language, ...given) } as unknown as Reader;
    for (const { name } of [...JOB_LIST.eventJobs, ...JOB_LIST.timedJobs]) {
      const shown = String(await jobName(reader, name));
      assert.match(shown, new RegExp(`^\\s*[^<\\s][^<]{5,}<br />\\s*<code[^>]*>${name}</code>`), shown);
    }
  }
});
