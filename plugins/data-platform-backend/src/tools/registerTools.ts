import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { applyPlan } from './applyPlan';
import { explainVerdict } from './explainVerdict';
import { findNotebookServers } from './findNotebookServers';
import { findSparkJobs } from './findSparkJobs';
import { getOperation } from './getOperation';
import { listApprovals } from './listApprovals';
import { listRuns } from './listRuns';
import { planOperation } from './planOperation';
import { readRunLog } from './readRunLog';
import { addTool, ToolDeps } from './Tool';

/** Registers what assistants can do with the data platform: look at everything that the person may see, plan, and apply. */
export function registerTools(
  registry: ActionsRegistryService,
  deps: ToolDeps,
): void {
  addTool(registry, deps, findSparkJobs(deps));
  addTool(registry, deps, explainVerdict(deps));
  addTool(registry, deps, findNotebookServers(deps));
  addTool(registry, deps, listRuns(deps));
  addTool(registry, deps, readRunLog(deps));
  addTool(registry, deps, planOperation(deps));
  addTool(registry, deps, applyPlan(deps));
  addTool(registry, deps, getOperation(deps));
  addTool(registry, deps, listApprovals(deps));
}
