import { join } from 'node:path';
import ts from 'typescript';

/** What the table types say about a column. */
export type ColumnShape = {
  readonly kind: string;
  readonly nullable: boolean;
  readonly insert: 'never' | 'optional' | 'required';
};

/** Read and insert sides of every table; types in, so that aliases, unions and brands resolve as the compiler sees them. */
const PROBE = `
import type { Insertable, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
export type Read = { [T in keyof Schema]: Selectable<Schema[T]> };
export type Write = { [T in keyof Schema]: Insertable<Schema[T]> };
`;
const FOLDER = join(import.meta.dirname, '../src/db');
const PROBE_FILE = join(FOLDER, 'schema-probe.ts');

function createProbe(): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.esnext.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => file === PROBE_FILE || disk.fileExists(file),
    readFile: (file) => (file === PROBE_FILE ? PROBE : disk.readFile(file)),
    getSourceFile: (file, ...rest) =>
      file === PROBE_FILE
        ? ts.createSourceFile(file, PROBE, ts.ScriptTarget.ESNext)
        : disk.getSourceFile(file, ...rest),
  };
  return ts.createProgram([PROBE_FILE], options, host);
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): string {
  const name = type.getSymbol()?.name;
  if (name === 'Instant' || name === 'PlainDate') return name;
  if (name === 'Uint8Array') return 'bytes';
  if (checker.isTypeAssignableTo(type, checker.getStringType())) return 'string';
  if (checker.isTypeAssignableTo(type, checker.getNumberType())) return 'number';
  if (checker.isTypeAssignableTo(type, checker.getBooleanType())) return 'boolean';
  return 'json';
}

function propertiesOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): Map<string, ts.Type> {
  const properties = type.getProperties();
  return new Map(properties.map((property) => [property.name, checker.getTypeOfSymbolAtLocation(property, at)]));
}

function exportedTypes(checker: ts.TypeChecker, file: ts.SourceFile): Map<string, ts.Type> {
  const module = checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error('the probe is no module');
  const exported = checker.getExportsOfModule(module);
  return new Map(exported.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]));
}

function shapeOf(checker: ts.TypeChecker, type: ts.Type, written: ts.Symbol | undefined): ColumnShape {
  const present = checker.getNonNullableType(type);
  const optional = written !== undefined && (written.flags & ts.SymbolFlags.Optional) !== 0;
  return {
    kind: kindOf(checker, present),
    nullable: present !== type,
    insert: written === undefined ? 'never' : optional ? 'optional' : 'required',
  };
}

/** What `src/db/schema.ts` says, by `table.column`, as the compiler understands it. */
export function schemaTypes(): Map<string, ColumnShape> {
  const program = createProbe();
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(PROBE_FILE);
  const types = file && exportedTypes(checker, file);
  const [read, write] = [types?.get('Read'), types?.get('Write')];
  if (file === undefined || read === undefined || write === undefined) throw new Error('the probe was not read');
  const written = propertiesOf(checker, write, file);
  const columns = new Map<string, ColumnShape>();
  for (const [table, row] of propertiesOf(checker, read, file)) {
    for (const [column, type] of propertiesOf(checker, row, file)) {
      columns.set(`${table}.${column}`, shapeOf(checker, type, written.get(table)?.getProperty(column)));
    }
  }
  return columns;
}
