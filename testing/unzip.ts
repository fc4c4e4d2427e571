import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** One file of an archive. */
type Unzipped = { readonly name: string; readonly bytes: Buffer };

async function contentOf(file: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    file.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The files of an archive as an independent reader finds them. */
export async function unzip(zip: Buffer): Promise<readonly Unzipped[]> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  return new Promise((resolve, reject) => {
    const found: Unzipped[] = [];
    file.on('error', reject);
    file.on('end', () => resolve(found));
    file.on('entry', (entry: Entry) => {
      contentOf(file, entry).then((bytes) => {
        found.push({ name: entry.fileName, bytes });
        file.readEntry();
      }, reject);
    });
    file.readEntry();
  });
}
