import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorporateRegister, FoundCorporation } from '../app/ports.ts';
import { ok, refused } from '../core/kernel/result.ts';
import { readCorporation } from './read-corporation.ts';

/** Where the National Tax Agency answers (法人番号システム Web-API, version 4). */
const REGISTER = 'https://api.houjin-bangou.nta.go.jp/4';

/** Milliseconds a person waits at most. */
const TIMEOUT = 5000;
/** Characters of an answer for one number; a real one has about a thousand. */
const LONGEST = 100_000;
/** Hours an answer is used without asking again: the register changes once a working day. */
const FRESH_FOR = 24;

type RegisterSettings = {
  readonly applicationId: string;
  /** Where answers are kept, one file for each number. */
  readonly folder: string;
  readonly now: () => Temporal.Instant;
  /** Another place that answers in the same way. */
  readonly address?: string;
};

async function readKept(file: string): Promise<FoundCorporation | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as FoundCorporation & { readonly asked: string };
    return { ...kept, askedAt: Temporal.Instant.from(kept.asked) };
  } catch {
    return undefined;
  }
}

/** Kept under another name first, so that no half of an answer is ever read. What cannot be kept is asked again. */
async function keep(folder: string, file: string, { askedAt, ...found }: FoundCorporation): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify({ ...found, asked: String(askedAt) }));
    await rename(`${file}.new`, file);
  } catch {
    return;
  }
}

async function ask({ applicationId, address = REGISTER }: RegisterSettings, number: string): Promise<string> {
  const query = new URLSearchParams({ id: applicationId, number, type: '12', history: '0' });
  const signal = AbortSignal.timeout(TIMEOUT);
  const answer = await fetch(`${address}/num?${query.toString()}`, { signal, redirect: 'error' });
  const text = await answer.text();
  if (!answer.ok || text.length > LONGEST || !text.includes('<corporations')) throw new Error('no usable answer');
  return text;
}

/**
 * Looks corporate numbers up in the public register. Answers are kept in files, so that a number is asked for once a day at
 * most, and an older answer serves while the register is away.
 */
export function corporateRegister(settings: RegisterSettings): CorporateRegister {
  const { folder, now } = settings;
  return {
    find: async (corporateNumber) => {
      if (!/^\d{13}$/.test(corporateNumber)) return ok(undefined);
      const file = join(folder, `${corporateNumber}.json`);
      const kept = await readKept(file);
      const askedAt = now();
      if (kept !== undefined && kept.askedAt.until(askedAt).total('hours') < FRESH_FOR) return ok(kept);
      try {
        const corporation = readCorporation(await ask(settings, corporateNumber), corporateNumber);
        if (corporation === undefined) return ok(undefined);
        const found = { ...corporation, askedAt };
        await keep(folder, file, found);
        return ok(found);
      } catch {
        return kept === undefined ? refused({ code: 'corporate_register_away' }) : ok(kept);
      }
    },
  };
}
