/** A value with its days made plain text, so that equality sees them; absent and undefined members are one. */
export function asPlain(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate) return { day: value.toString() };
  if (Array.isArray(value)) return value.map(asPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, asPlain(inner)]),
  );
}
