import { DataPlatformError } from '../api/DataPlatformError';
import {
  agoFrom,
  FakeDataPlatformApi,
  operationFixture,
  planFixture,
} from '../testUtils';
import { FlowState, OperationFlow } from './OperationFlow';

const ago = agoFrom(Date.now());

function flowOf(api: FakeDataPlatformApi) {
  const states: FlowState[] = [];
  const flow = new OperationFlow(
    api,
    { operation: 'spark-job:run', entityRef: 'component:default/orders' },
    state => states.push(state),
  );
  return { flow, states, steps: () => states.map(state => state.step) };
}

describe('OperationFlow', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('plans, starts once and follows to the end', async () => {
    const api = new FakeDataPlatformApi();
    api.planResult = planFixture();
    api.operationStates = [
      operationFixture(ago, 'accepted'),
      operationFixture(ago, 'running'),
      operationFixture(ago, 'done'),
    ];
    const { flow, steps } = flowOf(api);
    await flow.plan();
    await flow.confirm(planFixture());
    expect(steps()).toEqual([
      'planning',
      'review',
      'running',
      'running',
      'running',
      'done',
    ]);
    expect(api.started).toHaveLength(1);
    expect(api.started[0]).toMatchObject({
      operation: 'spark-job:run',
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('starts with the same key when the answer was lost', async () => {
    const api = new FakeDataPlatformApi();
    api.operationStates = [operationFixture(ago, 'done')];
    const start = api.start.bind(api);
    let lost = true;
    api.start = async request => {
      const answer = await start(request);
      if (lost) {
        lost = false;
        throw new DataPlatformError(0, 'NetworkError', 'lost');
      }
      return answer;
    };
    const { flow, steps } = flowOf(api);
    const end = flow.confirm(planFixture());
    await jest.advanceTimersByTimeAsync(2_000);
    await end;
    expect(steps().at(-1)).toBe('done');
    expect(new Set(api.started.map(r => r.idempotencyKey)).size).toBe(1);
  });

  it('gives up a portal that stays away', async () => {
    const api = new FakeDataPlatformApi();
    api.start = async () => {
      throw new DataPlatformError(503, 'Unavailable', 'down');
    };
    const { flow, states } = flowOf(api);
    const end = flow.confirm(planFixture());
    await jest.advanceTimersByTimeAsync(60_000);
    await end;
    expect(states.at(-1)).toMatchObject({
      step: 'refused',
      error: { message: 'down' },
    });
  });

  it('tells a refusal at once', async () => {
    const api = new FakeDataPlatformApi();
    const { flow, states } = flowOf(api);
    await flow.confirm(planFixture());
    expect(states.at(-1)).toMatchObject({
      step: 'refused',
      error: { status: 403 },
    });
  });

  it('tells a plan that cannot be made', async () => {
    const api = new FakeDataPlatformApi();
    api.planResult = new DataPlatformError(409, 'ConflictError', 'taken');
    const { flow, states } = flowOf(api);
    await flow.plan();
    expect(states.at(-1)).toMatchObject({ step: 'refused' });
  });

  it('tells nothing after it was left', async () => {
    const api = new FakeDataPlatformApi();
    const { flow, states } = flowOf(api);
    flow.leave();
    await flow.plan();
    expect(states).toEqual([]);
  });
});
