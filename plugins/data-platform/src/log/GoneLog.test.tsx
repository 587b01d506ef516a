import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  podFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { LogPanel } from './LogPanel';

const LINKS = [
  { title: 'Loki', url: 'https://logs.example/?pod=x' },
  { title: 'Bad', url: 'data:text/html,x' },
];
const pods = podFixtures(agoFrom(Date.now())).map(pod => ({
  ...pod,
  links: LINKS,
}));

const pick = async (name: RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: /Pod/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
};

describe('the log of a pod that is gone', () => {
  it('is what the portal kept of a failed driver, and the log store', async () => {
    const { container, api } = renderScreen(
      <LogPanel
        resourceId={undefined}
        pods={pods}
        kept={'one\nValueError: no rows\n'}
        keptTruncated
      />,
    );
    const log = await screen.findByRole('log', {
      name: 'Kept log of the driver',
    });
    expect(log).toHaveTextContent('ValueError: no rows');
    expect(
      screen.getByText(/The last 2 lines of the driver/),
    ).toHaveTextContent('The lines before them were too long to keep.');
    expect(screen.getByRole('link', { name: /Loki/ })).toHaveAttribute(
      'href',
      LINKS[0].url,
    );
    expect(screen.queryByText('Bad')).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.paste('rows');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Match 1 of 1.')).toBeVisible();
    expect(api.reads).toEqual([]);
  });

  it('says why none was kept', async () => {
    renderScreen(
      <LogPanel
        resourceId={undefined}
        pods={pods.map(pod => ({ ...pod, links: undefined }))}
        keptMissing="The portal's account may not read logs in namespace sales."
      />,
    );
    expect(
      await screen.findByText(/may not read logs in namespace sales/),
    ).toBeVisible();
    expect(screen.queryByText(/see the link above/)).toBeNull();
  });

  it('leads to the log store for an executor, beside the driver that is there', async () => {
    const [driver, executor] = pods;
    renderScreen(
      <LogPanel
        resourceId="res-0"
        pods={[driver, { ...executor, gone: true }]}
        kept="never shown for an executor"
      />,
    );
    expect(
      await screen.findByRole('log', { name: `Log of ${driver.name}` }),
    ).toBeVisible();
    await pick(/exec-1 \(gone\)/);
    expect(
      await screen.findByText(
        `The log of ${executor.name} is gone with its pod.`,
      ),
    ).toBeVisible();
    expect(screen.getByText(/The log store may have it/)).toBeVisible();
    expect(screen.queryByText(/never shown/)).toBeNull();
  });

  it('is never that of another attempt under the same name', async () => {
    const api = demoApi();
    const asked = jest.spyOn(api, 'logs');
    renderScreen(<LogPanel resourceId={undefined} pods={pods} />, { api });
    expect(await screen.findByText(/of this one there are none/)).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('can be saved', async () => {
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    renderScreen(<LogPanel resourceId={undefined} pods={pods} kept="boom" />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download' }),
    );
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });
});
