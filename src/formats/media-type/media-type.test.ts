import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mediaTypeOf } from './media-type.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the media type of a file', () => {
  test('is told by its first bytes', () => {
    assert.equal(mediaTypeOf(bytes('%PDF-1.7\n')), 'application/pdf');
    assert.equal(mediaTypeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)), 'image/png');
    assert.equal(mediaTypeOf(bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')), 'image/webp');
    assert.equal(mediaTypeOf(bytes('PK\u0003\u0004')), 'application/zip');
  });

  test('is plain text for UTF-8, also when a character is cut off after the deciding bytes', () => {
    assert.equal(mediaTypeOf(bytes('ポート走査の記録\n')), 'text/plain');
    assert.equal(mediaTypeOf(bytes(`a${'あ'.repeat(2000)}`)), 'text/plain');
  });

  test('is unknown for bytes that are neither text nor of a known kind', () => {
    assert.equal(mediaTypeOf(Uint8Array.of(1, 2, 0, 3)), 'application/octet-stream');
    assert.equal(mediaTypeOf(Uint8Array.of(0xff, 0xfe, 0x41)), 'application/octet-stream');
  });
});
