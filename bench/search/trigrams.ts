import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Peer, PeerDocument } from './groonga.ts';

function fill(db: DatabaseSync, documents: Iterable<PeerDocument>): void {
  db.exec(`create virtual table labels using fts5 (text, type unindexed, tokenize = 'trigram')`);
  const insert = db.prepare('insert into labels (text, type) values (?, ?)');
  db.exec('begin');
  for (const { text, type } of documents) insert.run(text, type);
  db.exec('commit');
}

/**
 * Loads SQLite's FTS5 with its trigram tokenizer; it finds nothing for words under three characters. What it has from
 * before stays.
 */
export function startTrigrams(folder: string, documents: () => Iterable<PeerDocument>): Peer {
  const file = join(folder, 'fts5.db');
  const isThere = existsSync(file);
  const db = new DatabaseSync(file);
  if (!isThere) fill(db, documents());
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
