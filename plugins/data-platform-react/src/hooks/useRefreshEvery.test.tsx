import { renderHook } from '@testing-library/react';
import { useRefreshEvery } from './useRefreshEvery';

describe('useRefreshEvery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks in steps, and not while it is paused or gone', () => {
    const refresh = jest.fn();
    const hook = renderHook(
      (ms: number | undefined) => useRefreshEvery(refresh, ms),
      { initialProps: 1_000 as number | undefined },
    );
    jest.advanceTimersByTime(3_000);
    expect(refresh).toHaveBeenCalledTimes(3);
    hook.rerender(undefined);
    jest.advanceTimersByTime(3_000);
    expect(refresh).toHaveBeenCalledTimes(3);
    hook.rerender(500);
    hook.unmount();
    jest.advanceTimersByTime(3_000);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('does not ask while nobody looks, and at once when somebody comes back', () => {
    const refresh = jest.fn();
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    visibility.mockReturnValue('hidden');
    renderHook(() => useRefreshEvery(refresh, 1_000));
    jest.advanceTimersByTime(3_000);
    expect(refresh).not.toHaveBeenCalled();
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(refresh).toHaveBeenCalledTimes(1);
    // Nothing was missed this time.
    document.dispatchEvent(new Event('visibilitychange'));
    expect(refresh).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    visibility.mockRestore();
  });
});
