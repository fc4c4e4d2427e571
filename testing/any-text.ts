import fc from 'fast-check';

/** Any string at all, also with half a surrogate pair; fast-check's own table of characters takes seconds to build. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}

/** A text with a few characters cut out somewhere and a few others put in. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(8), anyText(4))
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
}
