/** Does `count` things, at most `concurrency` at once, in order of their index. */
export async function inParallel(
  count: number,
  concurrency: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await act(index);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(count, concurrency) }, worker),
  );
}
