import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Peer, PeerDocument } from './groonga.ts';

/** Loads SQLite's FTS5 with its trigram tokenizer; it finds nothing for words under three characters. */
export function startTrigrams(folder: string, documents: Iterable<PeerDocument>): Peer {
  const db = new DatabaseSync(join(folder, 'fts5.db'));
  db.exec(`create virtual table labels using fts5 (text, type unindexed, tokenize = 'trigram')`);
  const insert = db.prepare('insert into labels (text, type) values (?, ?)');
  db.exec('begin');
  for (const { text, type } of documents) insert.run(text, type);
  db.exec('commit');
  const page = db.prepare('select rowid from labels where labels match ? order by rank limit 20');
  const filtered = db.prepare('select rowid from labels where labels match ? and type = ? order by rank limit 20');
  return {
    search: (words, type) => {
      if (words.length === 0) return Promise.resolve(0);
      const query = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ');
      const rows = type === undefined ? page.all(query) : filtered.all(query, type);
      return Promise.resolve(rows.length);
    },
    close: () => {
      db.close();
    },
  };
}
