import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpSchema } from './schema-dump.ts';
import { MIGRATIONS_DIRECTORY } from './migrations.ts';

/** `npm run dump-schema`: writes migrations/schema.sql, the structure after the last migration. */
writeFileSync(join(MIGRATIONS_DIRECTORY, 'schema.sql'), await dumpSchema());
