import type { CompiledQuery } from 'kysely';
import type { Reader } from './database.ts';
import { connectionOf } from './queries-on.ts';

function looked(): never {
  throw new Error('a statement is built before its values are known: it cannot look at them');
}

/** Stands in a statement for the value that each run is given under its name. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.toPrimitive](): never {
    return looked();
  }
}

/** A statement ready to run: on the database or in a transaction, with the values of this run. */
export type Statement<Given, Row> = (on: Reader, given: Given) => Promise<readonly Row[]>;

/** Whatever name is asked for, its placeholder; typed as the values are, so that the builder's types hold for them. */
function placeholders<Given extends object>(): Given {
  return new Proxy({} as Given, { get: (_target, name) => new Placeholder(String(name)), ownKeys: looked });
}

/**
 * A statement whose SQL is built once and not with every run, which costs more than the database needs for a short one.
 * `build` sees placeholders instead of values: it may put them into the query, but not look at them. Throws when it does.
 */
export function statement<Given extends object, Row>(
  build: (db: Reader, given: Given) => CompiledQuery<Row>,
): Statement<Given, Row> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (on, given) => {
    compiled ??= build(on, placeholders<Given>());
    const parameters = compiled.parameters.map((value) =>
      value instanceof Placeholder ? given[value.name as keyof Given] : value,
    );
    const connection = connectionOf(on);
    if (connection === undefined) return (await on.executeQuery<Row>({ ...compiled, parameters })).rows;
    return (await connection.query<Row & object>(compiled.sql, parameters)).rows;
  };
}
