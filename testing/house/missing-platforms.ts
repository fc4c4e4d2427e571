/** What this project reads and writes of a lock file entry. */
export type LockEntry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> };

/** The end of a per-platform package's name, as napi-rs writes it: system, processor, and C library or ABI. */
const PLATFORM = /-(?<os>android|darwin|freebsd|linux|win32)-(?<cpu>arm64|arm|x64|ia32)(?:-(?<abi>\w+))?$/;

const LIBC: Readonly<Record<string, string>> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl' };

/** Where an entry's dependency may lie: beside it, or in any folder above. */
function placesOf(entry: string, name: string): readonly string[] {
  const parts = entry.split('/node_modules/');
  const above = parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/node_modules/'));
  return [...above.map((path) => `${path}/node_modules/${name}`), `node_modules/${name}`];
}

function platformEntry(name: string, version: string): LockEntry {
  const { os, cpu, abi } = PLATFORM.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined) throw new Error(`${name} is missing and names no platform`);
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} asks for ${version}, not for one version`);
  const libc = LIBC[abi ?? ''];
  return { version, cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }), optional: true, os: [os] };
}

/** The entries that npm left out of a lock because their packages are absent from the registry in use. */
function missingEntries(packages: Lock['packages']): readonly (readonly [string, LockEntry])[] {
  return Object.entries(packages)
    .filter(([entry]) => entry !== '')
    .flatMap(([entry, { optionalDependencies }]) =>
      Object.entries(optionalDependencies ?? {})
        .filter(([name]) => !placesOf(entry, name).some((place) => place in packages))
        .map(([name, version]) => [`node_modules/${name}`, platformEntry(name, version)] as const),
    );
}

function withoutHost(entry: LockEntry): LockEntry {
  const { resolved, ...rest } = entry;
  return resolved?.startsWith('http') === true ? rest : entry;
}

/**
 * A lock that `npm ci` accepts from any registry: every optional per-platform package has an entry, even where the package
 * itself cannot be had, and no entry names a host.
 */
export function mendedLock<L extends Lock>(lock: L): { readonly lock: L; readonly added: readonly string[] } {
  const missing = missingEntries(lock.packages);
  const entries = [...Object.entries(lock.packages), ...missing].map(
    ([path, entry]) => [path, withoutHost(entry)] as const,
  );
  const packages = Object.fromEntries(entries.sort(([first], [second]) => first.localeCompare(second, 'en')));
  return { lock: { ...lock, packages }, added: missing.map(([path]) => path) };
}
