import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agoFrom, assessments } from '../testUtils/assessments';
import { VerdictBanner } from './VerdictBanner';

const ago = agoFrom(Date.now());
const verdicts = assessments(ago);

describe('VerdictBanner', () => {
  it.each(Object.entries(verdicts))('speaks of %s', (_name, assessment) => {
    render(<VerdictBanner assessment={assessment} />);
    const banner = screen.getByRole('region', { name: 'Verdict' });
    expect(banner).toHaveTextContent(assessment.message);
    expect(banner).toHaveTextContent(assessment.nextStep ?? assessment.message);
    expect(
      screen.queryByText(assessment.reason, { selector: 'code' }),
    ).toBeNull();
  });

  it('says Succeeded of a run that has ended well', () => {
    render(<VerdictBanner assessment={verdicts.succeeded} />);
    expect(screen.getByText('Succeeded')).toBeInTheDocument();
  });

  it('shows the evidence and the code on demand', async () => {
    render(<VerdictBanner assessment={verdicts.oomKilled} />);
    const button = screen.getByRole('button', { name: 'Evidence (3)' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(await screen.findByText('OOMKilled')).toBeInTheDocument();
    expect(screen.getByText('ExecutorsOutOfMemory')).toBeInTheDocument();
    await userEvent.click(button);
    expect(screen.queryByText('OOMKilled')).toBeNull();
  });

  it('offers no evidence where there is none', () => {
    render(<VerdictBanner assessment={verdicts.suspended} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows what is stale and what can be done', () => {
    render(
      <VerdictBanner
        assessment={verdicts.running}
        stale={{ since: ago(3), message: 'Cluster eu-1 is silent.' }}
        actions={<button>Stop</button>}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent('eu-1 is silent');
    expect(screen.getByRole('button', { name: 'Stop' })).toBeInTheDocument();
  });

  it('draws a hostile sentence as text', () => {
    render(
      <VerdictBanner
        assessment={{
          ...verdicts.running,
          message: '<img src=x onerror=alert(1)>',
        }}
      />,
    );
    expect(document.querySelector('img')).toBeNull();
  });
});
