const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check systems a number format may name (ISO 7064:2003; clause numbers unconfirmed). */
export const CHECK_SYSTEMS = ['mod-37-36', 'mod-97-10'] as const;

/** A check system by its name in scheme data. */
export type CheckSystem = (typeof CHECK_SYSTEMS)[number];

/**
 * ISO 7064 MOD 37,36: one alphanumeric check character. It finds every single misread character, but not quite every swap of
 * neighbours: after any beginning, one pair of the 630 possible escapes.
 */
function mod3736(payload: string): string {
  let product = 36;
  for (const character of payload) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

/**
 * ISO 7064 MOD 97-10 over letters read as 10 to 35: two check digits. It finds every misread digit and every swap of
 * neighbouring digits; a letter taken for a digit is for the shape of the number to notice.
 */
function mod9710(payload: string): string {
  let remainder = 0;
  for (const character of `${payload}00`) {
    const value = ALPHABET.indexOf(character);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return String(98 - remainder).padStart(2, '0');
}

/**
 * The check characters of an identifier: what a number printed on a box carries so that one misread character is noticed.
 * @param payload only 0-9 and A-Z, without separators
 */
export function checkCharacters(system: CheckSystem, payload: string): string {
  if (!/^[0-9A-Z]+$/.test(payload)) throw new Error(`not an alphanumeric payload: ${payload}`);
  return system === 'mod-37-36' ? mod3736(payload) : mod9710(payload);
}

/** How many check characters a system appends. */
export function checkLength(system: CheckSystem): number {
  return system === 'mod-37-36' ? 1 : 2;
}
