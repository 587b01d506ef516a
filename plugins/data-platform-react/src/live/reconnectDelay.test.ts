import { reconnectDelay } from './reconnectDelay';

describe('reconnectDelay', () => {
  it('doubles up to 30 s, half of it random', () => {
    expect(reconnectDelay(0, 0)).toBe(500);
    expect(reconnectDelay(0, 1)).toBe(1_000);
    expect(reconnectDelay(3, 0)).toBe(4_000);
    expect(reconnectDelay(3, 1)).toBe(8_000);
    expect(reconnectDelay(50, 1)).toBe(30_000);
  });
});
