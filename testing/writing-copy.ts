/** `node writing-copy.ts FOLDER`: writes a copy without end, until it is killed; says when it has begun. */
import { openExportFolder } from '../src/adapters/export-folder.ts';

const opened = await openExportFolder(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.code);
const folder = opened.value;
const lines = await folder.writeLines();
for (let at = 0; ; at += 1) {
  const number = String(at).padStart(9, '0');
  const file = `labels/${String(at % 50)}/page.html`;
  await (await folder.stage(file, Buffer.from(`${number}\n`.repeat(20_000)))).show();
  await lines.add([JSON.stringify([number, 'x'.repeat(500)])]);
  if (at === 20) process.stdout.write('begun\n');
}
