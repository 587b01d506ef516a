import { useSources } from '@millrace/backstage-plugin-data-platform-react';
import { useJobEntity } from '../job/useJobEntity';
import { OperatorBanner } from './OperatorBanner';
import { groupOfJob, movesGroup, operatorsDown } from './operatorsDown';

/** On the page of a job: that the operator which runs it seems to be down. */
export function JobOperatorNotice() {
  const { job } = useJobEntity();
  const sources = useSources();
  const { value } = job;
  const group = value && groupOfJob(value);
  const down = operatorsDown(sources.value?.items).filter(
    ({ source, operator }) =>
      source === value?.source && (!group || movesGroup(operator, group)),
  );
  return <OperatorBanner down={down} />;
}
