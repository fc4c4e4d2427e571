import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { DEMONSTRATION_MALWARE, simulatedScanner } from '../../../testing/world/simulated-scanner.ts';
import { editCase } from '../../app/case/edit-case.ts';
import { findCase } from '../../app/case/find-case.ts';
import { scanFiles } from '../../app/files/scan-files.ts';
import { message, type MessageKey, type MessageParam } from '../../i18n/message.ts';
import type { Reader } from '../parts/reader.ts';
import { listedFile } from './listed-files.ts';

const reader = {
  language: 'en',
  say: (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => message('en', key, params),
} as unknown as Reader;

describe('the files of an application as its pages list them', () => {
  eachDatabase((_kind, open) => {
    test('say of each what the scanner made of it, and of malware what it is and what to do', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps, people } = site.world;
      const { id, application, applicationNumber } = await aDraft(site.world);
      const [clean, bad] = [
        await storedText(site.world, 'scan-clean.txt', 'clean'),
        await storedText(site.world, 'scan-bad.txt', DEMONSTRATION_MALWARE),
      ];
      const edit = { id, version: await versionOf(site.world, id), application, attach: [clean, bad] };
      okOf(await editCase(deps, people.editor, edit));
      okOf(await scanFiles({ ...deps, scanner: simulatedScanner }, SYSTEM, [clean.sha256, bad.sha256]));
      const editor = await site.signIn('editor');
      for (const [prefix, words] of [
        ['', /隔離中[\s\S]*不正なプログラム（Shirushi\.Demonstration）が見つかりました/],
        ['/en', /In quarantine[\s\S]*Malware was found in this file \(Shirushi\.Demonstration\)/],
      ] as const) {
        const page = await (await editor.get(`${prefix}/workspace/cases/${applicationNumber}/answers`)).text();
        const rows = [...page.matchAll(/<li class="file" data-state="([^"]+)">([\s\S]*?)<\/li>/g)];
        const rowOf = (name: string) => rows.find(([, , row]) => row?.includes(name));
        assert.match(rowOf('scan-bad')?.[2] ?? '', words);
        assert.doesNotMatch(rowOf('scan-bad')?.[2] ?? '', /href=/);
        equal([rowOf('scan-bad')?.[1], rowOf('scan-clean')?.[1]], ['quarantined', 'scanned']);
        equal(rows.filter(([, state]) => state === 'stored').length, rows.length - 2);
      }
      const shown = okOf(await findCase(deps, people.editor, id));
      const states = (isScanned: boolean): readonly string[] =>
        shown.files.map((file) => listedFile(reader, { ...shown, isScanned }, file).state);
      equal([...new Set(states(true))].sort(), ['quarantined', 'scanned', 'waiting']);
      equal([...new Set(states(false))].sort(), ['quarantined', 'scanned', 'stored']);
    });
  });
});
