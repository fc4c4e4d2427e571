import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** The only files that may exceed 250 lines: tables of data, where a cut would not make them easier to read. */
const DATA_TABLES = ['src/i18n/**'];

const TESTS = ['**/*.test.ts', 'journeys/**'];
const MACHINERY = ['testing/**', 'bench/**'];
const CONFIGURATION = ['*.config.{js,ts}', '.dependency-cruiser.cjs'];
const DOCUMENTED = ['core', 'formats', 'db', 'app'].map((folder) => `src/${folder}/**/*.ts`);

const CLOCK = 'Time comes from the clock port; a moment is a Temporal.Instant, a legal day a Temporal.PlainDate.';
const CHANCE = 'Chance comes from the id port.';
const DEEP = 'It takes any two Temporal values for equal; use equal() of testing/equal.ts.';
const DEEP_NAMES = ['deepEqual', 'notDeepEqual', 'deepStrictEqual', 'notDeepStrictEqual', 'partialDeepStrictEqual'];
const PURE = ['process', 'Buffer', 'setImmediate'];
const PURER = ['crypto', 'fetch', 'setTimeout', 'setInterval', 'performance', 'navigator', 'queueMicrotask'];

const JAPANESE = String.raw`/[\u3001-\u30ff\u3400-\u9fff\uff01-\uff9f]/`;
const IN_TEXTS =
  'Words people read live in src/i18n, words of a file format in src/formats, words of the scheme in scheme/.';

const deepComparisons = ['assert', 'strict'].flatMap((object) =>
  DEEP_NAMES.map((property) => ({ object, property, message: DEEP })),
);
const clockAndChance = [
  { object: 'Temporal', property: 'Now', message: CLOCK },
  { object: 'Math', property: 'random', message: CHANCE },
  { object: 'globalThis', property: 'Date', message: CLOCK },
];
const impure = (names) =>
  names.map((name) => ({ name, message: 'This folder runs anywhere, without I/O, clock or chance.' }));
const noDate = { name: 'Date', message: CLOCK };

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-params': ['error', 4],
};

const habits = {
  eqeqeq: 'error',
  'no-console': 'error',
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

/** What can only be said with types at hand. */
const typed = {
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-floating-promises': [
    'error',
    { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] }] },
  ],
  // A parser of branded identifiers is told by its caller whose identifier it reads.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    {
      allowDefaultCaseForExhaustiveSwitch: false,
      considerDefaultExhaustiveForUnions: true,
      requireDefaultForNonUnion: true,
    },
  ],
};

const assertions = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        { name: 'assert', message: 'Write node:assert/strict.' },
        { name: 'node:assert', message: 'Its loose comparisons convert; write node:assert/strict.' },
        { name: 'node:assert/strict', importNames: DEEP_NAMES, message: DEEP },
      ],
    },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules/', 'var/', 'coverage/', 'dist/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,js,cjs}'], rules: { ...sizes, ...habits } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { ...typed, ...assertions, 'no-restricted-properties': ['error', ...deepComparisons] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/adapters/**', 'src/entry/**'],
    rules: {
      'no-restricted-globals': ['error', noDate],
      'no-restricted-properties': ['error', ...deepComparisons, ...clockAndChance],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/verify/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-globals': ['error', noDate, ...impure(PURE)] },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-globals': ['error', noDate, ...impure([...PURE, ...PURER])] },
  },
  {
    files: ['src/**/*.{ts,js}'],
    ignores: ['src/i18n/**', 'src/formats/**', ...TESTS],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=${JAPANESE}]`, message: IN_TEXTS },
        { selector: `TemplateElement[value.raw=${JAPANESE}]`, message: IN_TEXTS },
      ],
    },
  },
  {
    files: DOCUMENTED,
    ignores: TESTS,
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'VariableDeclaration'],
        },
      ],
      'jsdoc/no-blank-blocks': 'error',
      'jsdoc/require-description': ['error', { contexts: ['any'] }],
      'jsdoc/no-types': 'error',
      'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
    },
  },
  { files: ['src/cli/**', 'src/entry/**', 'bin/**', ...MACHINERY], rules: { 'no-console': 'off' } },
  { files: TESTS, rules: { 'max-lines-per-function': 'off' } },
  { files: DATA_TABLES, rules: { 'max-lines': 'off' } },
  { files: CONFIGURATION, rules: { 'no-restricted-exports': 'off' } },
);
