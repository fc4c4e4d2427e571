import { scriptAsset } from './text-asset.ts';

/** Lets forms be answered by a passkey. */
export const PASSKEY_SCRIPT = scriptAsset('passkey.js');
