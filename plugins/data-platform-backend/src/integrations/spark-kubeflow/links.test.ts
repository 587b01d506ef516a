import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { sparkApplicationLinks } from './links';

const SCRIPT = ['java', 'script:'].join('');
const patterns = {
  historyServer: 'https://history.example.com/{namespace}/{name}/{appId}/jobs/',
};

function app(status: object, eventLog = 'true'): KubernetesObject {
  return {
    metadata: { name: 'orders', namespace: 'sales', uid: 'u' },
    spec: { sparkConf: { 'spark.eventLog.enabled': eventLog } },
    status,
  };
}

const running = (webUIIngressAddress: string) => ({
  applicationState: { state: 'RUNNING' },
  driverInfo: { webUIIngressAddress },
});

it('links the Spark UI while the driver runs', () => {
  const of = (status: object) =>
    sparkApplicationLinks(app(status), { patterns: {} });
  expect(of(running('spark.example.com/orders'))).toEqual([
    { title: 'Spark UI', url: 'http://spark.example.com/orders' },
  ]);
  expect(of(running('https://spark.example.com/orders'))).toHaveLength(1);
  expect(
    of({
      ...running('spark.example.com'),
      applicationState: { state: 'COMPLETED' },
    }),
  ).toEqual([]);
});

it.each([
  `${SCRIPT}alert(1)`,
  `${SCRIPT.toUpperCase()}alert(1)//x.example.com`,
  'data:text/html,x',
  'https://ada:secret@example.com/',
  '//example.com',
  'not a host',
  '',
])('makes no link of %p', address => {
  expect(
    sparkApplicationLinks(app(running(address)), { patterns: {} }),
  ).toEqual([]);
});

it('links the History Server where the job writes an event log', () => {
  const ended = { sparkApplicationId: 'spark-1f2e/../x' };
  expect(sparkApplicationLinks(app(ended), { patterns })).toEqual([
    {
      title: 'Spark History Server',
      url: 'https://history.example.com/sales/orders/spark-1f2e%2F..%2Fx/jobs/',
    },
  ]);
  expect(sparkApplicationLinks(app(ended, 'false'), { patterns })).toEqual([]);
  expect(sparkApplicationLinks(app({}), { patterns })).toEqual([]);
  expect(
    sparkApplicationLinks(app(ended), {
      patterns: { historyServer: `${SCRIPT}{appId}` },
    }),
  ).toEqual([]);
});
