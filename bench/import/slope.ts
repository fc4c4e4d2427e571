/** How much values rise from one to the next, by least squares; NaN for fewer than two. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0);
  const spread = values.reduce((sum, _value, place) => sum + (place - middle) ** 2, 0);
  return rise / spread;
}
