import { button } from '../../parts/button.ts';
import { fileList, type ListedFile } from '../../parts/file-list.ts';
import { html, type Html } from '../../parts/html.ts';
import type { View } from '../../view.ts';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A file in each of its states, one with a name that tries to pass for another kind of file. */
export function sampleFiles({ say }: View): readonly ListedFile[] {
  const remove = (name: string): Html =>
    button({
      words: say('sample.button.remove'),
      fullWords: say('sample.button.remove.of', { name }),
      weight: 'tertiary',
      isSmall: true,
    });
  const [report, photo, big, macro] = (['report', 'photo', 'big', 'macro'] as const).map((name) =>
    say(`sample.file.${name}`),
  ) as [string, string, string, string];
  const stored = { bytes: 2_481_234, sha256: DIGEST };
  return [
    { name: report, ...stored, state: 'scanned', href: '#files', actions: remove(report) },
    { name: photo, ...stored, bytes: 812, state: 'stored', href: '#files', actions: remove(photo) },
    { name: big, ...stored, bytes: 1_934_000_123, state: 'waiting', actions: remove(big) },
    { name: macro, ...stored, state: 'quarantined', note: say('sample.file.quarantined'), actions: remove(macro) },
    { name: 'report\u202Efdp.exe', state: 'refused', note: say('sample.file.refused') },
  ];
}

/** Files as they are listed, and as a receipt lists them. */
export function fileSamples(view: View): Html {
  const files = sampleFiles(view);
  const received = files.slice(0, 2).map((file) => ({ ...file, actions: undefined, href: undefined }));
  return html`${fileList(view, files)}
    <h3>${view.say('sample.files.receipt')}</h3>
    ${fileList(view, received, 'whole')}`;
}
