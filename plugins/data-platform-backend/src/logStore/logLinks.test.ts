import { ConfigReader } from '@backstage/config';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { readLogLinks } from './LogLinkPattern';
import { LogSubject, withLogLinks } from './logLinks';

const NOW = Date.parse('2026-11-22T10:20:00Z');

const pod: PodSummary = {
  name: 'orders-driver',
  role: 'driver',
  phase: 'Failed',
  createdAt: '2026-11-22T09:00:00Z',
  finishedAt: '2026-11-22T09:12:00Z',
  containers: ['spark-kubernetes-driver'],
};

const run: LogSubject = {
  source: 'eu-1',
  namespace: 'sales & co',
  attempt: 'sub-1',
  facts: [
    { key: 'applicationId', label: 'Application id', value: 'spark-3c1f' },
  ],
  submittedAt: '2026-11-22T08:59:00Z',
  finishedAt: '2026-11-22T09:12:00Z',
  links: [{ title: 'Spark UI', url: 'https://ui.example/' }],
  pods: [pod, { ...pod, name: 'orders-exec-1', role: 'executor', gone: true }],
};

const patterns = (...urls: string[]) =>
  readLogLinks(
    new ConfigReader({
      dataPlatform: {
        logs: { links: urls.map(url => ({ title: 'Loki', url })) },
      },
    }),
  );

const linked = (url: string, subject = run) =>
  withLogLinks(patterns(url), subject, NOW);

describe('withLogLinks', () => {
  it('links each pod, also those that are gone, with the time that it lived', () => {
    const { pods, links } = linked(
      'https://logs.example/{cluster}/{namespace}/{pod}/{container}?from={from}&to={toMs}',
    );
    expect(pods?.map(each => each.links)).toEqual([
      [
        {
          title: 'Loki',
          url: `https://logs.example/eu-1/sales%20%26%20co/orders-driver/spark-kubernetes-driver?from=2026-11-22T08%3A59%3A00.000Z&to=${Date.parse(
            '2026-11-22T09:17:00Z',
          )}`,
        },
      ],
      [
        expect.objectContaining({
          url: expect.stringContaining('orders-exec-1'),
        }),
      ],
    ]);
    expect(links).toEqual(run.links);
  });

  it('links the run where no pod is named', () => {
    const { pods, links } = linked(
      'https://logs.example/?q={appId}+{submissionId}&from={fromMs}',
    );
    expect(links).toEqual([
      ...run.links!,
      {
        title: 'Loki',
        url: `https://logs.example/?q=spark-3c1f+sub-1&from=${Date.parse(
          '2026-11-22T08:58:00Z',
        )}`,
      },
    ]);
    expect(pods?.some(each => each.links)).toBe(false);
  });

  it('takes braces of a query language for what they are', () => {
    const { pods } = linked(
      'https://grafana.example/explore?q={namespace="{namespace}",pod="{pod}"}',
    );
    const { searchParams } = new URL(pods![0].links![0].url);
    expect(searchParams.get('q')).toBe(
      '{namespace="sales & co",pod="orders-driver"}',
    );
  });

  it('makes no link of what is not known', () => {
    const { links, pods } = linked('https://logs.example/{appId}', {
      source: 'eu-1',
      pods: [{ ...pod, containers: undefined }],
    });
    expect(links).toEqual([]);
    const without = linked('https://logs.example/{container}', {
      source: 'eu-1',
      pods: [{ ...pod, containers: undefined }],
    });
    expect(pods?.[0].links).toBeUndefined();
    expect(without.pods?.[0].links).toBeUndefined();
  });

  it('stays the same within the hour while the run goes on', () => {
    const live = { ...run, finishedAt: undefined };
    const at = (minutes: number) =>
      withLogLinks(
        patterns('https://logs.example/{appId}?to={to}'),
        live,
        NOW + minutes * 60_000,
      ).links;
    expect(at(0)).toEqual(at(39));
    expect(at(0)).not.toEqual(at(41));
    expect(decodeURIComponent(at(0)![1].url)).toContain('to=2026-11-22T12:00');
  });

  it('lets no name out of its place', () => {
    const { pods } = linked('https://logs.example/x/{pod}?a=1', {
      ...run,
      pods: [{ ...pod, name: '../../admin?b=2#c\ud800' }],
    });
    const url = new URL(pods![0].links![0].url);
    expect([url.host, url.search, url.hash]).toEqual([
      'logs.example',
      '?a=1',
      '',
    ]);
    expect(url.pathname).toMatch(/^\/x\/[^/]+$/);
  });

  it('leaves everything as it is where nothing is configured', () => {
    expect(withLogLinks([], run, NOW)).toBe(run);
  });
});

describe('readLogLinks', () => {
  it.each([
    ['ftp://logs/{pod}', 'must be an http(s) URL'],
    ['data:text/html,{pod}', 'must be an http(s) URL'],
    ['logs.example/{pod}', 'must be an http(s) URL'],
    ['https://logs.example/{node}', 'names {node}'],
    ['https://{pod}.example/', 'its host must not hold'],
    ['https://me:secret@logs.example/{pod}', 'its host must not hold'],
  ])('refuses %s', (url, words) => {
    expect(() => patterns('https://ok.example/', url)).toThrow(
      new RegExp(`links\\[1\\].url.*`),
    );
    expect(() => patterns(url)).toThrow(words);
  });

  it('allows a log store for each cluster', () => {
    expect(
      linked('https://{cluster}.logs.example/{appId}').links?.[1].url,
    ).toBe('https://eu-1.logs.example/spark-3c1f');
  });
});
