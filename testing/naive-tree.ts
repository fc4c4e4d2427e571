import { leafHash, nodeHash, type TreeHash } from '../src/core/log/tree-hash.ts';
import { sha256Bytes } from './sha256.ts';

/**
 * The root of a tree straight from its definition (RFC 6962, 2.1), to hold the real ones against. `entries` may be hashes
 * of entries already (`isHashed`).
 */
export function naiveRoot(entries: readonly Uint8Array[], isHashed = false): TreeHash {
  const [first] = entries;
  if (first === undefined) return sha256Bytes(new Uint8Array(0));
  if (entries.length === 1) return isHashed ? first : leafHash(sha256Bytes, first);
  let middle = 1;
  while (middle * 2 < entries.length) middle *= 2;
  const [left, right] = [entries.slice(0, middle), entries.slice(middle)];
  return nodeHash(sha256Bytes, naiveRoot(left, isHashed), naiveRoot(right, isHashed));
}

/**
 * The eight entries that implementations of RFC 6962 are tried with, and the roots of the trees of the first 0 to 8 of
 * them: certificate-transparency-go, trillian/merkle/testonly (LeafInputs, RootHashes).
 */
export const CT_ENTRIES: readonly Uint8Array[] = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Uint8Array.fromHex(hex));

/** See `CT_ENTRIES`. */
export const CT_ROOTS: readonly string[] = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
