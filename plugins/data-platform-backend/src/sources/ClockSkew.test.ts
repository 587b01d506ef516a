import { ClockSkew } from './ClockSkew';

const NOW = Date.parse('2026-11-22T10:04:00Z');

describe('ClockSkew', () => {
  it('ignores the rounding of the header, and what is no date', () => {
    const skew = new ClockSkew();
    skew.observe('Sun, 22 Nov 2026 10:04:01 GMT', NOW);
    expect(skew.ms).toBe(0);
    skew.observe('Sun, 22 Nov 2026 09:54:00 GMT', NOW);
    expect(skew.ms).toBe(-599_500);
    skew.observe('nonsense', NOW);
    expect(skew.ms).toBe(-599_500);
  });
});
