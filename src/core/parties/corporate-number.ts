/**
 * The check digit that precedes the twelve digits of a corporate number (法人番号): 9 less the weighted sum modulo 9,
 * weights 1 and 2 in turn from the right.
 */
export function corporateCheckDigit(base: string): number {
  const sum = Array.from(base, Number).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 2 : 1), 0);
  return 9 - (sum % 9);
}

/**
 * Whether the check digit of a corporate number (13 digits) is right. A hint only: about 2 % of slips pass it (a 0 and a
 * 9 look alike to it), so the public register is the proof.
 */
export function hasRightCheckDigit(corporateNumber: string): boolean {
  return (
    /^[1-9]\d{12}$/.test(corporateNumber) &&
    corporateCheckDigit(corporateNumber.slice(1)) === Number(corporateNumber[0])
  );
}
