import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A search engine as a peer: what it found for folded words, and an end. */
export type Peer = {
  readonly search: (words: readonly string[], type: string | undefined) => Promise<number>;
  readonly close: () => void;
};

/** A document of the peers: one folded text with all that is searched, and the filter. */
export type PeerDocument = { readonly text: string; readonly type: string; readonly maker: string };

const SCHEMA = [
  'table_create Labels TABLE_NO_KEY',
  'column_create Labels text COLUMN_SCALAR Text',
  'column_create Labels type COLUMN_SCALAR ShortText',
  'column_create Labels maker COLUMN_SCALAR ShortText',
  'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigramSplitSymbolAlphaDigit --normalizer NormalizerAuto',
  'column_create Terms text_index COLUMN_INDEX|WITH_POSITION Labels text',
  'table_create Types TABLE_PAT_KEY ShortText',
  'column_create Types type_index COLUMN_INDEX Labels type',
];

/** Why Groonga cannot be asked; undefined where it is installed. */
export function withoutGroonga(): string | undefined {
  try {
    execFileSync('groonga', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'groonga is not installed (Debian package groonga)';
  }
}

/** Writes the commands that fill a database; a million documents are more than one text holds. */
function writeLoad(file: string, documents: Iterable<PeerDocument>): void {
  const open = openSync(file, 'w');
  writeSync(open, [...SCHEMA, 'load --table Labels', '[', ''].join('\n'));
  let lines: string[] = [];
  for (const document of documents) {
    lines.push(`${JSON.stringify(document)},\n`);
    if (lines.length === 10_000) writeSync(open, lines.join(''));
    if (lines.length === 10_000) lines = [];
  }
  writeSync(open, `${lines.join('')}]\ncache_limit 0\n`);
  closeSync(open);
}

/** Loads Groonga with documents, unless it has them from before; its query cache is off. */
export function startGroonga(folder: string, documents: () => Iterable<PeerDocument>): Peer {
  const database = join(folder, 'groonga.db');
  if (!existsSync(database)) {
    const load = join(folder, 'load.grn');
    writeLoad(load, documents());
    execFileSync('groonga', ['-n', '--file', load, database], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(load);
  }
  const engine = spawn('groonga', [database], { stdio: ['pipe', 'pipe', 'inherit'] });
  engine.stdin.write('cache_limit 0\n');
  const answers = createInterface({ input: engine.stdout })[Symbol.asyncIterator]();
  let isFirst = true;
  return {
    search: async (words, type) => {
      if (isFirst) await answers.next();
      isFirst = false;
      const query = words.map((word) => `"${word.replace(/["\\]/g, String.raw`\$&`)}"`).join(' ');
      const filter = type === undefined ? '' : ` --filter 'type == "${type}"'`;
      const quoted = query.replace(/'/g, String.raw`\'`);
      engine.stdin.write(
        `select Labels --match_columns text --query '${quoted}'${filter} --output_columns _id,_score ` +
          `--sort_keys -_score,-_id --limit 20 --drilldowns[type].keys type --drilldowns[maker].keys maker ` +
          `--drilldowns[maker].limit 8 --drilldowns[maker].sort_keys -_nsubrecs --cache no\n`,
      );
      const { value } = (await answers.next()) as { value: string };
      const [head, body] = JSON.parse(value) as [[number, number, number, string?], [[[number]]]];
      if (head[0] !== 0) throw new Error(`groonga: ${String(head[3])}`);
      return body[0][0][0];
    },
    close: () => engine.kill(),
  };
}
