/** `npm run generate`: writes every generated file of the project anew. */
import { writeFile } from 'node:fs/promises';
import { GENERATORS } from './house/generators.ts';

for (const { file, content } of GENERATORS) {
  await writeFile(file, await content());
  console.log(file);
}
