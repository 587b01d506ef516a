import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataPlatformError,
  LogQuery,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  FakeDataPlatformApi,
  podFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { followSlots } from './followSlots';
import { LogPanel } from './LogPanel';

const pods = podFixtures(agoFrom(Date.now()));
const log = () => screen.findByRole('log');

function open(api: FakeDataPlatformApi = demoApi(), shown = pods) {
  const asked: LogQuery[] = [];
  const read = api.logs.bind(api);
  api.logs = (id, query, signal) => {
    asked.push(query);
    return read(id, query, signal);
  };
  const rendered = renderScreen(<LogPanel resourceId="res-0" pods={shown} />, {
    api,
  });
  return { ...rendered, asked };
}

describe('LogPanel', () => {
  it('follows the driver that runs', async () => {
    const { asked, container } = open();
    await waitFor(async () =>
      expect(await log()).toHaveTextContent('Running Spark version 3.5.3'),
    );
    expect(screen.getByText('Following. 5 lines.')).toBeVisible();
    expect(asked).toEqual([
      {
        pod: 'orders-daily-1718-driver',
        container: 'spark-kubernetes-driver',
        follow: true,
        previous: false,
        tailLines: 1_000,
      },
    ]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says that nothing has been written yet', async () => {
    const api = demoApi();
    api.logText = '';
    open(api);
    expect(await screen.findByText(/has written nothing yet/)).toBeVisible();
  });

  it('reads the container before when asked, without following', async () => {
    const { asked } = open();
    await log();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Previous container' }),
    );
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ previous: true, follow: false }),
    );
    expect(screen.getByRole('switch', { name: 'Follow' })).toBeDisabled();
  });

  it('reads another pod; one that has ended is not followed', async () => {
    const { asked } = open();
    await log();
    await userEvent.click(screen.getByRole('button', { name: /Pod/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /exec-3/ }),
    );
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({
        pod: 'orders-daily-1718-exec-3',
        follow: false,
      }),
    );
    expect(await screen.findByText(/The container has ended/)).toBeVisible();
  });

  it('never draws a log as HTML', async () => {
    const api = demoApi();
    api.logText = '<img src=x onerror=alert(1)>\n<script>x</script>\n';
    open(api);
    await waitFor(async () =>
      expect(await log()).toHaveTextContent('<img src=x'),
    );
    expect((await log()).querySelector('img, script')).toBeNull();
  });

  it('draws only the lines in view of a long log', async () => {
    const api = demoApi();
    api.logText = Array.from({ length: 9_000 }, (_, i) => `line ${i}`).join(
      '\n',
    );
    open(api, [{ ...pods[0], phase: 'Succeeded' }]);
    expect(await screen.findByText(/4,000 older lines/)).toBeVisible();
    expect((await log()).textContent!.split('line').length).toBeLessThan(200);
  });

  it('reads once where two logs are followed already', async () => {
    const releases = [await followSlots.acquire(), await followSlots.acquire()];
    const { asked } = open();
    expect(await screen.findByText(/are followed already/)).toBeVisible();
    expect(asked[0].follow).toBe(false);
    releases.forEach(release => release?.());
  });

  it('reads once where the portal allows no more', async () => {
    const api = demoApi();
    const text = api.logText as string;
    api.logText = (_id, query) => {
      if (query.follow) {
        throw new DataPlatformError(429, 'TooManyFollowsError', 'six already');
      }
      return text;
    };
    open(api);
    expect(await screen.findByText(/5 lines. Not followed/)).toBeVisible();
    expect(screen.queryByText('six already')).toBeNull();
  });

  it('gives the slot back when it leaves', async () => {
    open();
    await log();
    await userEvent.click(screen.getByRole('switch', { name: 'Follow' }));
    await waitFor(async () => {
      const releases = [
        await followSlots.acquire(),
        await followSlots.acquire(),
      ];
      releases.forEach(release => release?.());
      expect(releases).toEqual([expect.anything(), expect.anything()]);
    });
  });

  it('says why a log cannot be read, and reads again on demand', async () => {
    const api = demoApi();
    let broken = true;
    const text = api.logText as string;
    api.logText = () => {
      if (broken) {
        throw new DataPlatformError(
          403,
          'NotAllowedError',
          'pods/log is forbidden',
        );
      }
      return text;
    };
    open(api);
    expect(
      await screen.findByText(
        'You may not read the log of orders-daily-1718-driver.',
      ),
    ).toBeVisible();
    expect(screen.getByText('pods/log is forbidden')).toBeVisible();
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(async () => expect(await log()).toHaveTextContent('INFO'));
  });

  it('saves the whole log', async () => {
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    const { asked } = open();
    await log();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    expect(asked.at(-1)).toMatchObject({ tailLines: 100_000 });
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:x');
    click.mockRestore();
  });

  it.each([
    ['res-0', /No pod has started yet/],
    [undefined, /The pods are gone/],
  ])('says why there is no log', async (resourceId, sentence) => {
    renderScreen(<LogPanel resourceId={resourceId} pods={[]} />);
    expect(await screen.findByText(sentence)).toBeVisible();
  });
});
