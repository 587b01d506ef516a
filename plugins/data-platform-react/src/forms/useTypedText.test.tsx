import { act, renderHook } from '@testing-library/react';
import { useTypedText } from './useTypedText';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function typed(initial?: string) {
  const apply = jest.fn();
  const hook = renderHook(
    // Another function each time, as components make them.
    ({ applied }) => useTypedText(applied, text => apply(text)),
    { initialProps: { applied: initial } },
  );
  const type = (text: string) => act(() => hook.result.current[1](text));
  return { ...hook, apply, type };
}

it('applies once typing rests, without space around it', () => {
  const { result, apply, type } = typed();
  for (const text of ['o', 'or', ' ord ']) {
    type(text);
    act(() => void jest.advanceTimersByTime(200));
  }
  expect(apply).not.toHaveBeenCalled();
  expect(result.current[0]).toBe(' ord ');
  act(() => void jest.advanceTimersByTime(50));
  expect(apply.mock.calls).toEqual([['ord']]);
});

it('is not put off by what else is drawn meanwhile', () => {
  const { rerender, apply, type } = typed();
  type('x');
  act(() => void jest.advanceTimersByTime(200));
  rerender({ applied: undefined });
  act(() => void jest.advanceTimersByTime(50));
  expect(apply).toHaveBeenCalledTimes(1);
});

it('tells of an emptied field, and shows what is applied from elsewhere', () => {
  const { result, rerender, apply, type } = typed('orders');
  type('');
  act(() => void jest.advanceTimersByTime(250));
  expect(apply).toHaveBeenCalledWith(undefined);
  rerender({ applied: 'sales' });
  expect(result.current[0]).toBe('sales');
});
