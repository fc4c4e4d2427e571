import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { MIGRATIONS_DIRECTORY } from '../../testing/migrations.ts';
import { canDumpSchema, dumpSchema } from '../../testing/schema-dump.ts';
import { schemaTypes, type ColumnShape } from '../../testing/schema-types.ts';
import type { Database } from './database.ts';

/** How the driver's values of each column type look in the program (type-parsers.ts). */
const KINDS: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  tsvector: 'string',
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  boolean: 'boolean',
  bytea: 'bytes',
  jsonb: 'json',
  date: 'PlainDate',
  'timestamp with time zone': 'Instant',
};

type Column = { name: string; type: string; nullable: boolean; generated: boolean; default: boolean };

function shapeOf({ type, nullable, generated, default: hasDefault }: Column): ColumnShape {
  const insert = generated ? 'never' : nullable || hasDefault ? 'optional' : 'required';
  return { kind: KINDS[type] ?? `no kind for ${type}`, nullable, insert };
}

const sorted = (columns: Iterable<readonly [string, ColumnShape]>): string[] =>
  [...columns].map(([name, shape]) => `${name}: ${JSON.stringify(shape)}`).sort();

describe('the table types', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });

    test('are those of the migrated database, column by column', async () => {
      const { rows } = await db.pool.query<Column>(
        `select table_name || '.' || column_name as name, data_type as type, is_nullable = 'YES' as nullable,
           identity_generation is not distinct from 'ALWAYS' or is_generated = 'ALWAYS' as generated,
           column_default is not null or is_identity = 'YES' as default
         from information_schema.columns where table_schema = 'public'`,
      );
      assert.ok(rows.length > 20);
      equal(sorted(schemaTypes()), sorted(rows.map((row) => [row.name, shapeOf(row)] as const)));
    });
  });
});

test('schema.sql is what the migrations make', { skip: !canDumpSchema() && 'POSTGRESQL 15 IS NOT HERE' }, async () => {
  assert.equal(
    await dumpSchema(),
    readFileSync(join(MIGRATIONS_DIRECTORY, 'schema.sql'), 'utf8'),
    'run: npm run dump-schema',
  );
});
