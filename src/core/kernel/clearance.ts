/** What scans found among some files: how many hold malware, how many still wait for their scan. */
export type ScanCounts = { readonly infected: number; readonly waiting: number };

/**
 * How many of some files are not cleared (DOMAIN §5.6): malware never is, and where files are scanned at all, neither is
 * one that waits. A file the scanner cannot look into is left to the officers.
 */
export function countNotCleared({ infected, waiting }: ScanCounts, areScanned: boolean): number {
  return areScanned ? infected + waiting : infected;
}
