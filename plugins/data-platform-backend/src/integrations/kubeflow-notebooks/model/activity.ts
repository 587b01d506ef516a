/** What is known of when a server was used. */
export interface Activity {
  /** Epoch ms. */
  last?: number;
  known: boolean;
  /** Why it is not known, or what the measure does not see. */
  note?: string;
}

/** A culler that has not looked for this long does not look any more: it looks every minute by default. */
const SILENT_MS = 30 * 60_000;
/** A server that has just started has not been looked at yet. */
const EARLY_MS = 5 * 60_000;
const KERNELS_ONLY =
  'Only kernels count as activity: an open editor, a terminal or a job outside of a kernel does not.';

/** Images whose servers have no kernels. Source: kubeflow/notebooks components/example-notebook-servers. */
const WITHOUT_KERNELS = /code-?server|rstudio|vscode/i;
const SERVER_TYPES: Readonly<Record<string, string>> = {
  'group-one': 'code-server',
  'group-two': 'RStudio',
};

/** What the culler of generation 1 has written. Times are epoch milliseconds. */
export interface CullerMarks {
  serverType?: string;
  image?: string;
  lastActivity?: number;
  checkedAt?: number;
  /** Since when the server runs. */
  startedAt?: number;
  now: number;
}

/**
 * When a Notebook was last used. The culler asks for kernels alone, and sets the time of the start where it finds none.
 * Source: kubeflow/notebooks components/notebook-controller/controllers/culling_controller.go.
 */
export function notebookActivity(marks: CullerMarks): Activity {
  const { serverType = '', image = '', lastActivity, checkedAt, now } = marks;
  const other =
    SERVER_TYPES[serverType] ??
    (serverType !== 'jupyter' && WITHOUT_KERNELS.test(image)
      ? 'its server'
      : undefined);
  if (other) {
    return {
      known: false,
      note: `Nobody can tell when it was used last: the controller asks for Jupyter kernels, and ${other} has none.`,
    };
  }
  if (lastActivity === undefined || lastActivity > now) {
    const early =
      marks.startedAt !== undefined && now - marks.startedAt < EARLY_MS;
    return {
      known: false,
      note: early
        ? 'It has just started, and the controller has yet to look at its activity.'
        : 'Nobody measures when it is used: culling is switched off in the notebook controller.',
    };
  }
  if (checkedAt === undefined || now - checkedAt > SILENT_MS) {
    return {
      known: false,
      note: 'The controller has stopped to look at its activity.',
    };
  }
  return { known: true, last: lastActivity, note: KERNELS_ONLY };
}

/** What the probe of a Workspace has written. Times are epoch milliseconds; 0 stands for never. */
export interface ProbeMarks {
  lastActivity?: number;
  lastUpdate?: number;
  result?: string;
  now: number;
}

/** When a Workspace was last used. Source: workspaces/controller/internal/controller/workspace_activity.go. */
export function workspaceActivity(marks: ProbeMarks): Activity {
  const { lastActivity = 0, lastUpdate = 0, result, now } = marks;
  if (result === undefined) {
    return {
      known: false,
      note: 'Nobody measures when it is used: its kind has no activity probe.',
    };
  }
  if (lastUpdate <= 0 || lastActivity <= 0 || lastActivity > now) {
    return {
      known: false,
      note: 'Nobody can tell when it was used last: the activity probe of its kind has not succeeded.',
    };
  }
  return now - lastUpdate > SILENT_MS
    ? {
        known: false,
        note: 'Nobody can tell when it was used last: the activity probe of its kind fails.',
      }
    : { known: true, last: lastActivity };
}
