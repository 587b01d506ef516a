import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useNavigate } from 'react-router-dom';
import { JobSeries } from '../series/JobSeries';

/** The series of the job of this page that go on; a date leads to its run on the Runs tab. */
export function JobSeriesPanel() {
  const { entity } = useEntity();
  const navigate = useNavigate();
  return (
    <JobSeries
      entityRef={stringifyEntityRef(entity)}
      onOpenRun={run => navigate(`runs?run=${encodeURIComponent(run.id)}`)}
    />
  );
}
