import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { demoApi } from '../testUtils/demoApi';
import { FakeDataPlatformApi } from '../testUtils/FakeDataPlatformApi';
import { useLiveState, useRefreshAll } from './useLiveState';
import {
  useDomain,
  useJob,
  usePresets,
  useResource,
  useResources,
  useRun,
  useRuns,
  useSources,
  useSummary,
  useSystemView,
} from './useViews';

function around(api: FakeDataPlatformApi) {
  return {
    wrapper: (props: { children: ReactNode }) => (
      <TestApiProvider apis={[[dataPlatformApiRef, api]]}>
        {props.children}
      </TestApiProvider>
    ),
  };
}

describe('hooks', () => {
  it('reads every view', async () => {
    const api = demoApi();
    const { result } = renderHook(
      () => [
        useResources({ limit: 2 }),
        useResource('res-0'),
        useRuns({ entityRef: 'component:default/orders-daily' }),
        useRun('run-0'),
        useSummary(),
        useJob('component:default/orders-daily'),
        useDomain('domain:default/sales'),
        useSources(),
        usePresets(),
      ],
      around(api),
    );
    await waitFor(() =>
      expect(result.current.every(view => !!view.value)).toBe(true),
    );
    expect(api.reads).toHaveLength(9);
  });

  it('does not wait with a read until the page is drawn', async () => {
    const api = demoApi();
    const reads: number[] = [];
    const { result } = renderHook(() => {
      const sources = useSources();
      reads.push(api.reads.length);
      return sources;
    }, around(api));
    expect(reads[0]).toBe(1);
    await waitFor(() => expect(result.current.value).toBeDefined());
    expect(api.reads).toHaveLength(1);
  });

  it('reads what a module brings', async () => {
    const api = new FakeDataPlatformApi({
      system: { 'lakefs/branches': ({ q }) => ({ items: [`a${q}`] }) },
    });
    const { result } = renderHook(
      () =>
        useSystemView<{ items: string[] }>({
          system: 'lakefs',
          path: 'branches',
          query: { q: 'x' },
          touches: { kind: 'Branch' },
        }),
      around(api),
    );
    await waitFor(() => expect(result.current.value?.items).toEqual(['ax']));
    api.push({ system: { 'lakefs/branches': { items: ['b'] } } });
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.value?.items).toEqual(['b']));
  });

  it('asks nothing while it is not known what for', async () => {
    const api = demoApi();
    const { result } = renderHook(() => useResource(undefined), around(api));
    expect(result.current).toMatchObject({ loading: false });
    expect(api.reads).toEqual([]);
  });

  it('asks once for equal queries of different renders', async () => {
    const api = demoApi();
    const { result, rerender } = renderHook(
      ({ q }) => useResources({ q, limit: 5 }),
      { ...around(api), initialProps: { q: 'orders' } },
    );
    await waitFor(() => expect(result.current.value?.total).toBe(1));
    rerender({ q: 'orders' });
    expect(api.reads).toHaveLength(1);
    rerender({ q: 'refunds' });
    expect(result.current.value).toBeUndefined();
    await waitFor(() => expect(result.current.value?.total).toBe(1));
    expect(api.reads).toHaveLength(2);
  });

  it('tells of an error and reads again on demand', async () => {
    const api = new FakeDataPlatformApi();
    const { result } = renderHook(() => useSources(), around(api));
    await waitFor(() =>
      expect(result.current.error).toMatchObject({ status: 404 }),
    );
    api.views.sources = { items: [] };
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.value).toEqual({ items: [] }));
  });

  it('refreshes all that is on the screen', async () => {
    const api = demoApi();
    const { result } = renderHook(
      () => ({
        view: useSources(),
        all: useRefreshAll(),
        live: useLiveState(),
      }),
      around(api),
    );
    await waitFor(() => expect(result.current.view.value).toBeDefined());
    // jsdom has no Web Locks: the tab polls.
    await waitFor(() => expect(result.current.live).toBe('polling'));
    act(() => result.current.all());
    await waitFor(() => expect(api.reads).toHaveLength(2));
  });
});
