import type { Readable } from 'node:stream';
import type { Sha256 } from '../core/kernel/ids.ts';
import type { Result } from '../core/kernel/result.ts';
import type { TreeHead } from '../core/log/tree-proofs.ts';
import type { Database } from '../db/database.ts';
import type { SchemeVersion } from './scheme/scheme-version.ts';

export type {
  OpenidAccount,
  OpenidProvider,
  OpenidRefusal,
  OpenidSecrets,
  PasskeyExpectation,
  PasskeyKey,
  PasskeyProof,
  PasskeyVerifier,
} from './sign-in-ports.ts';

/** The time as acts see it: the system's, or a simulated one in tests and the demonstration. */
export type Clock = { readonly now: () => Temporal.Instant };

/** A source of identifiers nobody has had before. */
export type IdSource = {
  /** A UUID of version 7 in lower case; later ones sort after earlier ones of the same process (RFC 9562, 5.7 and 6.2). */
  readonly uuid: () => string;
  /** 256 bits nobody can guess, as 43 characters of base64url: session tokens, challenges, links. */
  readonly secret: () => string;
};

/** Why bytes were not stored; nothing of them is kept. `limit` in bytes. */
export type FileRefusal =
  { readonly code: 'file_too_large'; readonly limit: number } | { readonly code: 'file_store_full' };

/** Files by their content: the SHA-256 is the name, so a file never changes and is stored once. */
export type FileStore = {
  /**
   * Stores bytes durably: when it answers ok they survive a power cut. Reading stops at `limit` bytes. What the source
   * throws is thrown on, and nothing is kept.
   */
  readonly put: (
    source: Uint8Array | AsyncIterable<Uint8Array>,
    limit: number,
  ) => Promise<Result<{ readonly sha256: Sha256; readonly size: number }, FileRefusal>>;
  /** The bytes of a file, or undefined when there is none of that name. */
  readonly open: (sha256: Sha256) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** A part of a file, shorter where the file ends before; undefined when there is no file of that name. */
  readonly read: (
    sha256: Sha256,
    part: { readonly from: number; readonly length: number },
  ) => Promise<Uint8Array | undefined>;
  readonly has: (sha256: Sha256) => Promise<boolean>;
  /** The names of all files, ascending. */
  readonly list: () => AsyncIterable<Sha256>;
};

/** What a scanner made of a file: nothing found, a signature found (by its name), or why it could not look into it. */
type ScanVerdict =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly finding: string }
  | { readonly outcome: 'unscannable'; readonly finding: string };

/** A verdict, by which engine, and which signatures it knew (empty when it does not tell). */
export type FileScan = ScanVerdict & { readonly engine: string; readonly signatures: string };

/** Looks for malware. */
export type MalwareScanner = {
  /** Reads the content as far as it needs. The refusal is for another time: the file goes on waiting. */
  readonly scan: (
    content: AsyncIterable<Uint8Array>,
  ) => Promise<Result<FileScan, { readonly code: 'scanner_unavailable'; readonly cause: string }>>;
};

/** A mail as it goes out: plain text, to one address. */
export type OutgoingMail = {
  /** Stays the same however often it is tried. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Why a mail did not go out: refused for good, or not taken just now. `detail` names no address and no password. */
export type MailRefusal = { readonly code: 'mail_refused' | 'mail_not_taken'; readonly detail: string };

/** What takes mails to a mail server; it has answered for each before the next. */
export type Mailer = { readonly send: (mail: OutgoingMail) => Promise<Result<true, MailRefusal>> };

type Headers = Readonly<Record<string, string>>;

/** A message to a webhook, as it goes out. */
export type HookCall = { readonly address: string; readonly headers: Headers; readonly body: string };

/** Why a message to a webhook was not taken; `status` is what was answered, if anything was. */
export type HookRefusal = { readonly code: 'hook_refused' | 'hook_not_public' | 'hook_away'; readonly status?: number };

/** What a webhook answered: a status of 2xx, and the beginning of the text it came with. */
export type HookAnswer = { readonly status: number; readonly text: string };

/** What takes messages to webhooks: addresses that somebody typed, so it must reach none that is not public. */
export type HookCaller = {
  readonly post: (call: HookCall) => Promise<Result<HookAnswer, HookRefusal>>;
};

/** An organisation as the public register of corporate numbers (法人番号公表サイト) has it; names exactly as registered. */
export type RegisteredCorporation = {
  readonly corporateNumber: string;
  readonly name: string;
  readonly nameEn: string;
  readonly address: string;
  readonly addressEn: string;
  /** Whether its registration was closed. */
  readonly isClosed: boolean;
};

/** What the register said, and when it was asked. */
export type FoundCorporation = RegisteredCorporation & { readonly askedAt: Temporal.Instant };

/** The register of corporate numbers does not answer just now. */
export type CorporateRegisterAway = { readonly code: 'corporate_register_away' };

/** The public register of corporate numbers; undefined stands for a number nobody has there, or that it hides. */
export type CorporateRegister = {
  readonly find: (corporateNumber: string) => Promise<Result<FoundCorporation | undefined, CorporateRegisterAway>>;
};

/** Why a message was not signed, for the operator; it names no secret. */
export type SigningRefusal = { readonly code: 'signer_failed'; readonly cause: string };

/** A key that signs for this register; the secret half stays where it is. */
export type Signer = {
  /** The Ed25519 public key, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
  /** An Ed25519 signature, 64 bytes. It is waited for inside a transaction: an answer that takes long must be a refusal. */
  readonly sign: (message: Uint8Array) => Promise<Result<Uint8Array, SigningRefusal>>;
};

/** Why a key of the issuer of credentials cannot be used, for the operator; it names no secret. */
export type IssuerKeyRefusal = {
  readonly code: 'issuer_key_unusable';
  readonly place: string;
  readonly trouble: string;
};

/** The keys credentials are signed with: in files, or in a device that lets none out. They are not the public log's. */
export type IssuerKeys = {
  /** Makes a key and answers its public half; when it answers, the key survives a power cut. */
  readonly create: () => Promise<Result<Uint8Array, IssuerKeyRefusal>>;
  /** The signer with a key that was made before. */
  readonly open: (publicKey: Uint8Array) => Promise<Result<Signer, IssuerKeyRefusal>>;
};

/** Further keys of the public log, kept as those of the issuer are. */
export type LogKeys = IssuerKeys;

/** What a witness answered: its cosignature lines, how far it says it has come, or nothing that helps. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: string }
  | { readonly kind: 'other_size'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'away'; readonly cause: string };

/** A witness of the public log, somewhere else (C2SP tlog-witness). */
export type RemoteWitness = {
  /** Its key, as text. */
  readonly key: string;
  readonly addCheckpoint: (request: string) => Promise<WitnessAnswer>;
};

/** What a witness remembers of each log it has cosigned. Only one process may use it. */
export type WitnessMemory = {
  readonly find: (origin: string) => Promise<TreeHead | undefined>;
  /** Remembers durably: when it answers, it survives a power cut. */
  readonly keep: (origin: string, head: TreeHead) => Promise<void>;
};

/** The public side as it is served, asked within this process; a path begins with a slash. */
export type PublicSide = { readonly ask: (path: string) => Promise<Response> };

/** A file that lies ready and takes its place at once and whole with `show`, or never with `discard`. */
export type StagedFile = {
  readonly sha256: string;
  readonly show: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** A file of a static copy as it is given out: its name from the root of the copy, with a slash before it. */
export type CopiedFile = {
  readonly name: string;
  readonly etag: string;
  readonly size: number;
  /** Its bytes; undefined for a large one, which is read as it is sent. Throws when it is another by then. */
  readonly body: Uint8Array | undefined;
  readonly stream: () => Promise<Readable>;
};

/** A folder that holds a static copy of the register. What one process holds no other can; `close` lets go of it. */
export type ExportFolder = {
  /** What the last run left to be remembered; undefined before the first one was through. */
  readonly readState: () => Promise<string | undefined>;
  readonly writeState: (text: string) => Promise<void>;
  /** What is remembered of each label, a line each, in the order it was added: the last run's, also of one cut off. */
  readonly readLines: () => AsyncIterable<string>;
  /** Begins to remember anew; what was remembered before counts for whatever comes behind the last line added. */
  readonly writeLines: () => Promise<ExportLines>;
  /** Writes a file that nobody sees yet. Paths have no slash in front. */
  readonly stage: (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<StagedFile>;
  readonly remove: (path: string) => Promise<void>;
  readonly close: () => void;
};

/** The lines of a run: they survive being cut off anywhere, and replace those before with `finish`. */
export type ExportLines = {
  readonly add: (lines: readonly string[]) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
};

/** Which days the scheme's authority works: what clocks in business days count. */
export type WorkingDays = { readonly isWorkingDay: (day: Temporal.PlainDate) => boolean };

/** What every act is given: all that lies outside the program. Built once, in `entry`. */
export type Deps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly files: FileStore;
  /** Without one, files are taken unscanned. */
  readonly scanner?: MalwareScanner | undefined;
  /** Without one, no corporate number is looked up. */
  readonly corporateRegister?: CorporateRegister | undefined;
  readonly workingDays: WorkingDays;
  /** Signs the checkpoints of the public log. */
  readonly signer: Signer;
  /** Keys that take over from the first key of the public log; without them it keeps that one. */
  readonly logKeys?: LogKeys | undefined;
  /** Sign the credentials of labels and the status lists. */
  readonly issuerKeys: IssuerKeys;
  /** The name of the public log in its checkpoints, which never changes (C2SP tlog-checkpoint, origin). */
  readonly logOrigin: string;
  /** Who is asked to cosign checkpoints; nobody unless configured. */
  readonly witnesses?: readonly RemoteWitness[];
  /** The scheme in force for new cases; what was filed before stays under its own version. */
  readonly scheme: SchemeVersion;
  /** Where the public pages are reached, without a slash at the end. */
  readonly baseUrl: string;
};
